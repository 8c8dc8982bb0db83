using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EcqAnalyzer.Engine.Yaml;

/// <summary>
/// Reads YAML text into a <see cref="YamlValue"/>. It works on the parser's events, since only these know line and column,
/// and keeps to the part of YAML that people who write rules need: maps, lists and text. Anchors, aliases, tags and several
/// documents in a file are refused: they make files that look harmless and expand without end. Nothing else in the program
/// touches YamlDotNet, so that a run on compiled rules never loads it.
/// </summary>
public static class YamlReader
{
    /// <summary>Longest file, in characters: the longest pack today is a twentieth of it.</summary>
    public const int LongestFile = 1_000_000;

    /// <summary>Deepest nesting: a pack needs five.</summary>
    public const int DeepestNesting = 24;

    /// <summary>The value of the file, or null with a fault. <paramref name="file"/> is the name that diagnostics print.</summary>
    public static YamlValue? Read(string file, string text, Faults faults)
    {
        if (text.Length > LongestFile)
        {
            faults.Add(YamlFaults.TooLarge, new YamlPlace(file, 1, 1), $"longer than {LongestFile} characters; split the file");
            return null;
        }

        try
        {
            return new Walk(file, faults).Read(new Parser(new StringReader(text)));
        }
        catch (YamlException fault)
        {
            var place = new YamlPlace(file, Math.Max(1, (int)fault.Start.Line), Math.Max(1, (int)fault.Start.Column));
            faults.Add(YamlFaults.NotYaml, place, $"not well-formed YAML here: {Plain(fault)}");
            return null;
        }
    }

    /// <summary>The library's message without the place, which the diagnostic gives.</summary>
    private static string Plain(YamlException fault)
    {
        var message = fault.Message;
        var end = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return end < 0 ? message : message[(end + 3)..];
    }

    /// <summary>A map or list that is being read, with the key that waits for its value.</summary>
    private sealed class Open(YamlPlace place, bool isMap)
    {
        public YamlPlace Place { get; } = place;

        public bool IsMap { get; } = isMap;

        public ImmutableArray<YamlValue>.Builder Items { get; } = ImmutableArray.CreateBuilder<YamlValue>();

        public ImmutableArray<YamlEntry>.Builder Entries { get; } = ImmutableArray.CreateBuilder<YamlEntry>();

        public Dictionary<string, YamlPlace> Keys { get; } = [];

        public YamlScalar? Key { get; set; }
    }

    /// <summary>One pass over the events with a stack of our own, so that depth is ours to bound.</summary>
    private sealed class Walk(string file, Faults faults)
    {
        private readonly Stack<Open> _open = new();
        private YamlValue? _root;

        public YamlValue? Read(Parser parser)
        {
            var documents = 0;
            while (parser.MoveNext())
            {
                if (parser.Current is DocumentStart start && ++documents > 1)
                {
                    throw Refused(start.Start, "a second document after '---': one file holds one document");
                }

                Take(parser.Current!);
            }

            if (_root is null)
            {
                faults.Add(YamlFaults.NotYaml, new YamlPlace(file, 1, 1), "the file is empty");
            }

            return _root;
        }

        private void Take(ParsingEvent read)
        {
            if (read is AnchorAlias)
            {
                throw Refused(read.Start, "an alias (*name): write the value out, or put it in quotes if it is text");
            }

            if (read is NodeEvent node)
            {
                RefuseDecoration(node);
            }

            switch (read)
            {
                case Scalar scalar:
                    Add(new YamlScalar(Place(scalar), scalar.Value, IsPlain(scalar)));
                    break;
                case MappingStart:
                    Push(read, isMap: true);
                    break;
                case SequenceStart:
                    Push(read, isMap: false);
                    break;
                case MappingEnd or SequenceEnd:
                    var closed = _open.Pop();
                    Add(closed.IsMap
                        ? new YamlMap(closed.Place, closed.Entries.ToImmutable())
                        : new YamlList(closed.Place, closed.Items.ToImmutable()));
                    break;
            }
        }

        private static void RefuseDecoration(NodeEvent node)
        {
            if (!node.Anchor.IsEmpty)
            {
                throw Refused(node.Start, "an anchor (&name): put text that begins with & in quotes");
            }

            if (!node.Tag.IsEmpty)
            {
                throw Refused(node.Start, "a YAML tag: put text that begins with ! in quotes");
            }
        }

        private void Push(ParsingEvent read, bool isMap)
        {
            if (_open.Count == DeepestNesting)
            {
                throw Refused(read.Start, $"nested more than {DeepestNesting} deep");
            }

            if (_open.TryPeek(out var parent) && parent is { IsMap: true, Key: null })
            {
                throw Refused(read.Start, "a key is text, not a list or a map");
            }

            _open.Push(new Open(Place(read), isMap));
        }

        private void Add(YamlValue value)
        {
            if (!_open.TryPeek(out var parent))
            {
                _root = value;
            }
            else if (!parent.IsMap)
            {
                parent.Items.Add(value);
            }
            else if (parent.Key is not { } key)
            {
                parent.Key = (YamlScalar)value;
            }
            else
            {
                AddEntry(parent, key, value);
                parent.Key = null;
            }
        }

        private void AddEntry(Open map, YamlScalar key, YamlValue value)
        {
            if (map.Keys.TryAdd(key.Text, key.Place))
            {
                map.Entries.Add(new YamlEntry(key.Text, key.Place, value));
                return;
            }

            faults.Add(YamlFaults.DuplicateKey, key.Place, $"'{key.Text}' stands here already, in line {map.Keys[key.Text].Line}");
        }

        private YamlPlace Place(ParsingEvent read) => new(file, (int)read.Start.Line, (int)read.Start.Column);

        private static bool IsPlain(Scalar scalar) =>
            scalar.Style == ScalarStyle.Plain && scalar.Start.Line == scalar.End.Line;

        private static SemanticErrorException Refused(Mark at, string what) => new(at, at, what);
    }
}
