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

        json.WriteStartArray("packs");
        foreach (var pack in packs)
        {
            json.WriteStartObject();
            json.WriteString("name", pack.Name);
            json.WriteString("sha256", pack.Sha256);
            json.WriteString("status", pack.IsSetAside ? "set-aside" : "used");
            json.WriteStartArray("faults");
            foreach (var fault in pack.Faults)
            {
                json.WriteStringValue(fault.ToString());
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Into the object that is open.</summary>
    public static void WriteSuppressed(Utf8JsonWriter json, ImmutableArray<Suppressed> suppressed)
    {
        if (suppressed.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("suppressed");
        foreach (var (wish, times) in suppressed)
        {
            json.WriteStartObject();
            json.WriteString("id", wish.Id);
            json.WriteString("reason", wish.Reason);
            json.WriteString("from", wish.From);
            json.WriteNumber("times", times);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
