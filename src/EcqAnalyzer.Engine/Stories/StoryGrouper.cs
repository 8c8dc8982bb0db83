using System.Collections.Immutable;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Engine.Statements;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Stories;

/// <summary>
/// Finds where one example begins and ends: at headings and labels, where a heading such as "Result" is a label and parts
/// nothing; at each line of a resume; and in prose where, after something was accomplished, a paragraph opens with a new
/// setting. The last is the only place where types count, and it
/// is such that a further action or result can never part a deed from its result: it can only open a story at a setting
/// before which there was none to part.
/// </summary>
public static class StoryGrouper
{
    private static readonly HashSet<string> Openers =
    [
        "in", "during", "when", "as", "after", "another", "upon", "while", "on", "at", "from", "second", "a", "shortly", "early",
        "late", "last", "two", "three",
    ];

    public static ImmutableArray<Story> Group(Document document, DraftKind kind, ImmutableArray<Statement> statements)
    {
        var starts = new HashSet<int>();
        foreach (var block in document.Draft.Blocks)
        {
            starts.Add(block.Span.Start);
        }

        var stories = ImmutableArray.CreateBuilder<Story>();
        foreach (var section in document.Sections)
        {
            var grouping = new Grouping(document, section, kind, statements, starts);
            stories.AddRange(grouping.Stories());
        }

        return stories.ToImmutable();
    }

    private sealed class Grouping(
        Document document, Section section, DraftKind kind, ImmutableArray<Statement> statements, HashSet<int> blockStarts)
    {
        private bool _hasAccomplishment;
        private bool _hasDeed;
        private bool _isUnderLeadIn;
        private StoryLabel? _label;
        private bool _isRunIn;

        /// <summary>Labels tell the parts of stories where they name the deed and another part; a lone "Results" or "Background"
        /// heads a list.</summary>
        private readonly bool _isLabelled = LabelledParts.NameParts(document, section);

        public IEnumerable<Story> Stories()
        {
            var open = ImmutableArray.CreateBuilder<int>();
            foreach (var sentence in section.Sentences)
            {
                var isHeading = Places.IsHeading(document, section, sentence);
                if (Begins(sentence, isHeading))
                {
                    if (Close(open) is { } story)
                    {
                        yield return story;
                    }

                    open.Clear();
                    (_hasAccomplishment, _hasDeed, _isUnderLeadIn) = (false, false, false);
                }

                if (!isHeading)
                {
                    open.Add(sentence.Index);
                    _hasAccomplishment |= IsAccomplishment(sentence);
                    _hasDeed |= IsAccomplishment(sentence) && !IsFigure(sentence);
                    _isUnderLeadIn |= IsLeadIn(sentence);
                }
            }

            if (Close(open) is { } last)
            {
                yield return last;
            }
        }

        private bool Begins(Sentence sentence, bool isHeading)
        {
            var (found, length) = StoryLabels.Find(TextOf(sentence));
            if (found is { } label)
            {
                _isRunIn = !TextOf(sentence)[length..].IsWhiteSpace();
                return Begins(label, isHeading);
            }

            if (isHeading)
            {
                _label = null;
                return true;
            }

            var isBlock = sentence.Block == BlockKind.Sentence || blockStarts.Contains(sentence.Span.Start);
            if (_label == StoryLabel.Result && _isRunIn && isBlock && section.Kind == SectionKind.Post)
            {
                // "Result: ..." ends its story in a resume, where the next line tells of something else.
                _label = null;
            }

            if (_label is not null)
            {
                return false;
            }

            return isBlock && (IsLineOfItsOwn(sentence) || OpensSetting(sentence));
        }

        private bool Begins(StoryLabel label, bool isHeading)
        {
            if (label == StoryLabel.Step)
            {
                return false;
            }

            if (label != StoryLabel.Story && !_isLabelled)
            {
                return isHeading;
            }

            var isNew = label == StoryLabel.Story || (label is StoryLabel.Challenge or StoryLabel.Context && _label is StoryLabel.Action or StoryLabel.Result);
            _label = label;
            return isNew;
        }

        /// <summary>Lines of a resume, and list items that no sentence leads into, each tell an instance of their own.</summary>
        private bool IsLineOfItsOwn(Sentence sentence) => sentence.Block switch
        {
            _ when section.Kind == SectionKind.Post => true,
            BlockKind.ListItem => !_isUnderLeadIn,
            _ => kind == DraftKind.Resume,
        };

        private bool OpensSetting(Sentence sentence)
        {
            var type = statements[sentence.Index].TypeAlone;
            return _hasAccomplishment
                && type is StatementType.Challenge or StatementType.Context
                && sentence.Tokens.Length > 0
                && (Openers.Contains(sentence.Tokens[0].Lemma) || sentence.Tokens.Any(IsYear));
        }

        private bool IsYear(Token token) =>
            token.Span.Length == 4 && int.TryParse(token.Span.Of(document.Draft.Text), out var year) && year is > 1950 and < 2100;

        private bool IsLeadIn(Sentence sentence) =>
            section.Kind != SectionKind.Post
            && TextOf(sentence).TrimEnd().EndsWith(":")
            && LineWords.SortOf(TextOf(sentence)) == LineSort.Neither
            && sentence.Tokens.Any(token => token.Tag is "VBD" or "VBP" or "VBZ");

        private bool IsAccomplishment(Sentence sentence) =>
            statements[sentence.Index].TypeAlone is StatementType.Action or StatementType.Result;

        /// <summary>A line without a verb tells no story by itself: the name of an award, or a figure in a table or beside the
        /// text, where "Operating budget: $61 million" has none either.</summary>
        private static bool IsFigure(Sentence sentence) =>
            sentence.Verb is null || (sentence.Clause.Form == ClauseForm.Gerund && IsBesideText(sentence));

        private static bool IsBesideText(Sentence sentence) => sentence.Block is BlockKind.TableCell or BlockKind.Box;

        /// <summary>The story, without the duties, remarks and figures before its first sentence and after its last.</summary>
        private Story? Close(ImmutableArray<int>.Builder open)
        {
            if (!_hasDeed)
            {
                return null;
            }

            var (first, last) = (0, open.Count - 1);
            while (IsAside(open[first]))
            {
                first++;
            }

            while (IsAside(open[last]))
            {
                last--;
            }

            var told = ImmutableArray.CreateBuilder<int>(last - first + 1);
            for (var i = first; i <= last; i++)
            {
                told.Add(open[i]);
            }

            return new Story(
                new TextSpan(document.Sentences[open[first]].Span.Start, document.Sentences[open[last]].Span.End), told.MoveToImmutable());
        }

        private bool IsAside(int index) => statements[index].TypeAlone is StatementType.Duty or StatementType.Other
            || (IsBesideText(document.Sentences[index]) && IsFigure(document.Sentences[index]));

        private ReadOnlySpan<char> TextOf(Sentence sentence) => sentence.Span.Of(document.Draft.Text);
    }
}
