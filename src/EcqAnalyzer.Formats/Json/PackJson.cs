using System.Collections.Immutable;
using System.Text.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Json;

/// <summary>What a user laid over the program's rules, and what was kept silent. Both are left out where there is
/// nothing.</summary>
internal static class PackJson
{
    /// <summary>Into the object that is open.</summary>
    public static void WritePacks(Utf8JsonWriter json, ImmutableArray<PackUse> packs)
    {
        if (packs.IsEmpty)
        {
            return;
        }

        json.WriteObjects("packs", packs, pack =>
        {
            json.WriteString("name", pack.Name);
            json.WriteString("sha256", pack.Sha256);
            json.WriteString("status", pack.IsSetAside ? "set-aside" : "used");
            json.WriteTexts("faults", pack.Faults.Select(fault => fault.ToString()));
        });
    }

    /// <summary>Into the object that is open.</summary>
    public static void WriteSuppressed(Utf8JsonWriter json, ImmutableArray<Suppressed> suppressed)
    {
        if (suppressed.IsEmpty)
        {
            return;
        }

        json.WriteObjects("suppressed", suppressed, each =>
        {
            json.WriteString("id", each.Wish.Id);
            json.WriteString("reason", each.Wish.Reason);
            json.WriteString("from", each.Wish.From);
            json.WriteNumber("times", each.Times);
        });
    }
}
