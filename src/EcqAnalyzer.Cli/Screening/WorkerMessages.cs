using System.Collections.Immutable;
using System.Text;
using EcqAnalyzer.Cli.Packs;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Screening;

/// <summary>What a worker is told once, before its first draft.</summary>
internal sealed record WorkerOrder(string? Framework, DraftKind? Kind, PacksAsked? Packs);

/// <summary>What is asked of a worker: to open a file (<see cref="Path"/> is set), or to judge the one it holds open and write
/// reports in <see cref="Formats"/>. With care means: read a PDF in a process apart, since this file took a worker down.</summary>
internal sealed record WorkerRequest(string? Path, WorkerCare Care, ImmutableArray<string> Formats)
{
    public static WorkerRequest Open(string path, WorkerCare care) => new(path, care, []);

    public static WorkerRequest Judge(ImmutableArray<string> formats) => new(null, WorkerCare.Usual, formats);
}

internal enum WorkerCare
{
    Usual,
    Great,
}

/// <summary>A worker's answer. To its order: <see cref="Key"/> is the hash of rules, models and options. To opening: the key under
/// which the result of this content is stored. To judging: <see cref="Digest"/>, as JSON, with the reports in the order asked for. Or
/// a fault to any of them. A digest with a fault beside it says that a report cannot be made, which is then empty.</summary>
internal sealed record WorkerAnswer(string Key, byte[] Digest, ImmutableArray<byte[]> Reports, Diagnostic? Fault)
{
    public static WorkerAnswer OfKey(string key) => new(key, [], [], null);

    public static WorkerAnswer OfFault(Diagnostic fault) => new("", [], [], fault);
}

/// <summary>Orders, requests and answers as bytes on the pipes between the program and its workers. Both ends are the same build of
/// the program; an answer is taken only within limits, since a worker that was fed a hostile file may say anything.</summary>
internal static class WorkerMessages
{
    private const int MostReports = 16;
    private const int MostBytes = 256 << 20;

    public static void Write(Stream stream, WorkerOrder order) => Write(stream, writer =>
    {
        writer.Write(order.Framework ?? "");
        writer.Write(order.Kind is { } kind ? Wording.Id(kind) : "");
        writer.Write(order.Packs is not null);
        writer.Write(order.Packs?.Folder ?? "");
        writer.Write(order.Packs?.Vacancy ?? "");
        writer.Write(order.Packs?.LeavesEcqsOut ?? false);
    });

    public static WorkerOrder ReadOrder(BinaryReader reader)
    {
        var (framework, kind, hasPacks) = (OrNull(reader.ReadString()), Wording.FindKind(reader.ReadString()), reader.ReadBoolean());
        var packs = new PacksAsked(OrNull(reader.ReadString()), OrNull(reader.ReadString()), reader.ReadBoolean());
        return new WorkerOrder(framework, kind, hasPacks ? packs : null);
    }

    public static void Write(Stream stream, WorkerRequest request) => Write(stream, writer =>
    {
        writer.Write(request.Path ?? "");
        writer.Write((byte)request.Care);
        writer.Write(request.Formats.Length);
        foreach (var format in request.Formats)
        {
            writer.Write(format);
        }
    });

    public static WorkerRequest ReadRequest(BinaryReader reader)
    {
        var (path, care) = (OrNull(reader.ReadString()), (WorkerCare)reader.ReadByte());
        var formats = new string[reader.ReadInt32()];
        for (var i = 0; i < formats.Length; i++)
        {
            formats[i] = reader.ReadString();
        }

        return new WorkerRequest(path, care, [.. formats]);
    }

    public static void Write(Stream stream, WorkerAnswer answer) => Write(stream, writer =>
    {
        writer.Write(answer.Key);
        writer.Write(answer.Fault?.Code ?? "");
        writer.Write(answer.Fault?.Message ?? "");
        writer.Write(answer.Digest.Length);
        writer.Write(answer.Digest);
        writer.Write(answer.Reports.Length);
        foreach (var report in answer.Reports)
        {
            writer.Write(report.Length);
            writer.Write(report);
        }
    });

    /// <summary>Throws <see cref="IOException"/> where the stream ends or holds no answer.</summary>
    public static WorkerAnswer ReadAnswer(BinaryReader reader, string path)
    {
        var (key, code, message) = (reader.ReadString(), reader.ReadString(), reader.ReadString());
        var digest = ReadBytes(reader);
        var reports = new byte[Bounded(reader.ReadInt32(), MostReports)][];
        for (var i = 0; i < reports.Length; i++)
        {
            reports[i] = ReadBytes(reader);
        }

        return new WorkerAnswer(key, digest, [.. reports], code.Length == 0 ? null : new Diagnostic(code, path, null, null, message));
    }

    /// <summary>A message goes out in one piece.</summary>
    private static void Write(Stream stream, Action<BinaryWriter> write)
    {
        using var whole = new MemoryStream();
        using (var writer = new BinaryWriter(whole, Encoding.UTF8, leaveOpen: true))
        {
            write(writer);
        }

        stream.Write(whole.GetBuffer(), 0, (int)whole.Length);
        stream.Flush();
    }

    private static byte[] ReadBytes(BinaryReader reader)
    {
        var length = Bounded(reader.ReadInt32(), MostBytes);
        var bytes = reader.ReadBytes(length);
        return bytes.Length == length ? bytes : throw new EndOfStreamException();
    }

    private static int Bounded(int number, int most) => number >= 0 && number <= most ? number : throw new IOException("This is no answer.");

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
