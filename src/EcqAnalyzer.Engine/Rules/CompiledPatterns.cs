using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>
/// The programs of all patterns, as the build left them in the compiled rules: a run then parses no pattern, and unpacks a
/// program only when a sentence has the words that it needs. Layout, in variable-length integers: the vocabulary, the tokens
/// that programs test, each with its length, and the programs in the order in which the loader comes to them, each with
/// its length.
/// </summary>
internal sealed class CompiledPatterns
{
    private readonly byte[] _bytes;
    private readonly int[] _tokenStarts;
    private readonly OneToken?[] _tokens;
    private int _next;
    private int _left;

    private CompiledPatterns(byte[] bytes)
    {
        _bytes = bytes;
        var packed = new PackedReader(bytes, 0);
        var words = new string[packed.ReadCount()];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = packed.ReadString();
        }

        Vocabulary = new Vocabulary(words);
        _tokenStarts = new int[packed.ReadCount()];
        _tokens = new OneToken?[_tokenStarts.Length];
        for (var i = 0; i < _tokenStarts.Length; i++)
        {
            var length = packed.ReadCount();
            _tokenStarts[i] = packed.Position;
            packed.Skip(length);
        }

        _left = packed.ReadCount();
        _next = packed.Position;
    }

    public Vocabulary Vocabulary { get; }

    /// <summary>Null where the rules were not compiled.</summary>
    public static CompiledPatterns? Find(RulesFiles files) => files.Compiled is { } bytes ? new CompiledPatterns(bytes) : null;

    /// <summary>The next program, which is that of <paramref name="written"/>. <paramref name="parse"/> gives the parts of the
    /// pattern to those who explain it.</summary>
    public PatternProgram Read(YamlScalar written, Func<PatternNode> parse)
    {
        if (_left-- == 0)
        {
            throw PackedReader.Damaged();
        }

        var packed = new PackedReader(_bytes, _next);
        var length = packed.ReadCount();
        _next = packed.Position + length;
        if (packed.ReadNumber() != written.Place.Line || packed.ReadNumber() != written.Place.Column)
        {
            throw PackedReader.Damaged();
        }

        var pattern = new PhrasePattern(written, packed.ReadCount() == 1, packed.ReadCount() == 1, parse);
        var ways = new Way[packed.ReadCount()];
        for (var i = 0; i < ways.Length; i++)
        {
            ways[i] = ReadWay(packed);
        }

        var start = packed.Position;
        return new PatternProgram(pattern, ways, () => ReadInstructions(start));
    }

    private static Way ReadWay(PackedReader packed)
    {
        var needs = new Need[packed.ReadCount()];
        for (var i = 0; i < needs.Length; i++)
        {
            needs[i] = new Need(packed.ReadWords(), packed.ReadBits(), packed.ReadBits(), ReadReach(packed), ReadReach(packed));
        }

        return new Way(needs, packed.ReadNumber() - 1);
    }

    private static Reach ReadReach(PackedReader packed) => new(packed.ReadNumber(), packed.ReadNumber());

    private Instruction[] ReadInstructions(int start)
    {
        var packed = new PackedReader(_bytes, start);
        var instructions = new Instruction[packed.ReadCount()];
        for (var i = 0; i < instructions.Length; i++)
        {
            var operation = (Operation)packed.ReadCount();
            var (next, other, token) = (packed.ReadNumber(), packed.ReadNumber(), packed.ReadNumber());
            instructions[i] = new Instruction(operation, next, other, token == 0 ? null : _tokens[token - 1] ??= ReadToken(token - 1));
        }

        return instructions;
    }

    private OneToken ReadToken(int token)
    {
        var packed = new PackedReader(_bytes, _tokenStarts[token]);
        var text = packed.ReadString();
        var isNegated = packed.ReadCount() == 1;
        var conditions = new TokenCondition[packed.ReadCount()];
        for (var i = 0; i < conditions.Length; i++)
        {
            var match = (WordMatch)packed.ReadCount();
            conditions[i] = new TokenCondition(match, packed.ReadWords(), packed.ReadString(), packed.ReadBits());
        }

        return new OneToken(new TokenTest([.. conditions], isNegated), text);
    }

    /// <summary>What <see cref="Find"/> reads again, for the build.</summary>
    public static byte[] Write(RuleSet set)
    {
        var tokens = new Dictionary<OneToken, int>(ReferenceEqualityComparer.Instance);
        var programs = new PackedWriter();
        programs.Write(set.Programs.Count);
        foreach (var program in set.Programs)
        {
            programs.Write(Pack(program, tokens));
        }

        var whole = new PackedWriter();
        whole.Write(set.Vocabulary.Count - 1);
        for (var word = 1; word < set.Vocabulary.Count; word++)
        {
            whole.Write(set.Vocabulary[word]);
        }

        whole.Write(tokens.Count);
        foreach (var (token, _) in tokens.OrderBy(pair => pair.Value))
        {
            whole.Write(Pack(token));
        }

        whole.Append(programs);
        return whole.ToArray();
    }

    private static PackedWriter Pack(PatternProgram program, Dictionary<OneToken, int> tokens)
    {
        var packed = new PackedWriter();
        packed.Write(program.Pattern.Written.Place.Line);
        packed.Write(program.Pattern.Written.Place.Column);
        packed.Write(program.Pattern.IsAtStart ? 1 : 0);
        packed.Write(program.Pattern.IsAtEnd ? 1 : 0);
        packed.Write(program.Ways.Length);
        foreach (var way in program.Ways)
        {
            Write(packed, way);
        }

        packed.Write(program.Instructions.Length);
        foreach (var instruction in program.Instructions)
        {
            packed.Write((int)instruction.Operation);
            packed.Write(instruction.Next);
            packed.Write(instruction.Other);
            packed.Write(instruction.Token is { } token ? IndexOf(token, tokens) + 1 : 0);
        }

        return packed;
    }

    private static void Write(PackedWriter packed, Way way)
    {
        packed.Write(way.Needs.Length);
        foreach (var need in way.Needs)
        {
            packed.Write(need.Words);
            packed.WriteBits(need.Tags);
            packed.WriteBits(need.WordTags);
            Write(packed, need.Before);
            Write(packed, need.Since);
        }

        packed.Write(way.Rarest + 1);
    }

    private static void Write(PackedWriter packed, Reach reach)
    {
        packed.Write(reach.Least);
        packed.Write(reach.Most);
    }

    private static int IndexOf(OneToken token, Dictionary<OneToken, int> tokens)
    {
        if (!tokens.TryGetValue(token, out var index))
        {
            tokens.Add(token, index = tokens.Count);
        }

        return index;
    }

    private static PackedWriter Pack(OneToken token)
    {
        var packed = new PackedWriter();
        packed.Write(token.Text);
        packed.Write(token.Test.IsNegated ? 1 : 0);
        packed.Write(token.Test.AnyOf.Length);
        foreach (var condition in token.Test.AnyOf)
        {
            packed.Write((int)condition.Match);
            packed.Write(condition.Words);
            packed.Write(condition.Exact);
            packed.WriteBits(condition.Tags);
        }

        return packed;
    }
}
