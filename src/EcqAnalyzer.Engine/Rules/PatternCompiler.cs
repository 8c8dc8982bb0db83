using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>Makes programs of the patterns that rule packs and checks hold, one after the other: parsed from what is written,
/// or taken in the same order from the compiled rules.</summary>
public sealed class PatternCompiler
{
    private readonly Dictionary<string, PatternProgram> _known = [];
    private readonly PatternLists _shared;
    private readonly CompiledPatterns? _compiled;
    private readonly Faults _faults;

    internal PatternCompiler(PatternLists shared, CompiledPatterns? compiled, Faults faults) =>
        (_shared, _compiled, _faults) = (shared, compiled, faults);

    public Vocabulary Vocabulary => _shared.Vocabulary;

    /// <summary>Every program made, in order.</summary>
    internal List<PatternProgram> Programs { get; } = [];

    /// <summary>The lists that one file may name: those under its <c>lists:</c>, and the shared ones.</summary>
    public PatternLists ReadLists(YamlKeys keys)
    {
        var lists = new PatternLists(_shared.Vocabulary, _faults, _shared);
        if (keys.FindKeys("lists") is { } written)
        {
            lists.Add(written);
        }

        return lists;
    }

    /// <summary>Finds faults in lists that no pattern names; to be called when all patterns of their file are read.</summary>
    public void Finish(PatternLists lists)
    {
        if (_compiled is null)
        {
            lists.ReadAll();
        }
    }

    public ImmutableArray<PatternProgram> Compile(ImmutableArray<YamlScalar> written, PatternLists lists)
    {
        var programs = ImmutableArray.CreateBuilder<PatternProgram>(written.Length);
        foreach (var scalar in written)
        {
            if (CompileOne(scalar, lists) is { } program)
            {
                programs.Add(program);
            }
        }

        return programs.ToImmutable();
    }

    /// <summary>The same words without lists are the same program, so that it runs once however many rules have it.</summary>
    private PatternProgram? CompileOne(YamlScalar written, PatternLists lists)
    {
        if (_known.TryGetValue(written.Text, out var known))
        {
            return known;
        }

        var program = _compiled is null ? Parse(written, lists) : _compiled.Read(written, () => Reparse(written, lists));
        if (program is null)
        {
            return null;
        }

        Programs.Add(program);
        if (!written.Text.Contains('$'))
        {
            _known.Add(written.Text, program);
        }

        return program;
    }

    private PatternProgram? Parse(YamlScalar written, PatternLists lists)
    {
        if (PatternParser.Parse(written, lists, _faults) is not { } pattern)
        {
            return null;
        }

        var program = PatternProgram.Compile(pattern, lists.Vocabulary);
        if (program is null)
        {
            _faults.Add(
                RuleFaults.PatternTooLarge,
                written.Place,
                $"with its lists written out this pattern has more than {PatternProgram.Longest} parts: split it, or shorten the lists");
        }

        return program;
    }

    /// <summary>The parts of a compiled pattern, which had no faults when it was compiled.</summary>
    private static PatternNode Reparse(YamlScalar written, PatternLists lists) =>
        PatternParser.Parse(written, lists, new Faults())?.Root ?? throw PackedReader.Damaged();
}
