using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Tables;

/// <summary>An analysis as tables: a row for each competency, share, sentence, finding and question. Sentences are numbered from 1,
/// in order of text. The draft's name leads every row, so that tables of several drafts can be put together.</summary>
internal sealed class ReportTables(Analysis analysis)
{
    private readonly Framework _framework = analysis.Framework.Value;
    private readonly Draft _draft = analysis.Document.Draft;
    private readonly Places _places = new(analysis.Document.Draft);

    private Cell DraftName => _draft.File.Name;

    public Table Competencies()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        foreach (var score in analysis.Competencies)
        {
            rows.Add([
                DraftName, _framework.Id, _framework.FindEcqOf(score.Competency)?.Name, Name(score.Competency), (int)score.Rung,
                Wording.Name(score.Rung), score.Accomplishment, score.Interval.Low, score.Interval.High, score.Duty,
                score.NeedsReader ? "yes" : "no", LevelOf(score.Level),
                score.Shares.Count(share => share.Side == Side.Accomplishment), score.Shares.Count(share => share.Side == Side.Duty),
            ]);
        }

        return new Table("Competencies", [
            new("Draft", 24), new("Framework", 12), new("ECQ", 26), new("Competency", 32), new("Rung", 8), new("Rung name", 19),
            new("Accomplishment", 18), new("Probably from", 16), new("Probably to", 14), new("Duty", 9), new("Look yourself", 15),
            new("Highest level", 15), new("Deeds and results", 20), new("Duties", 10),
        ], rows.ToImmutable());
    }

    public Table Shares()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        foreach (var score in analysis.Competencies)
        {
            foreach (var share in score.Shares)
            {
                rows.Add([
                    DraftName, Name(score.Competency), Wording.Id(share.Side), share.Sentence + 1, share.Points, share.Without, TextOf(share.Sentence), share.Why,
                ]);
            }
        }

        return new Table("Evidence", [
            new("Draft", 24), new("Competency", 30), new("Side", 15), new("Sentence", 12), new("Share", 8), new("Strength without it", 22),
            new("Text", 70), new("Why", 70),
        ], rows.ToImmutable());
    }

    public Table Sentences()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        foreach (var statement in analysis.Statements)
        {
            var index = statement.Sentence.Index;
            var story = analysis.Stories.IndexOf(analysis.Stories.FirstOrDefault(story => story.Statements.Contains(index))!);
            rows.Add([
                DraftName, index + 1, Cell.Of(_places.FindPage(statement.Sentence.Span)), Cell.Of(story < 0 ? null : story + 1),
                Wording.Id(statement.Type), Cell.Probability(statement.Types[statement.Type]),
                Cell.Probability(statement.Alone.Accomplishment), Cell.Probability(statement.Alone.Duty),
                string.Join("; ", statement.Shown.Select(shown => FormattableString.Invariant($"{Name(shown.Competency)} {shown.Probability:0%}"))),
                string.Join("; ", statement.Claimed.Select(Name)), Wording.Id(statement.Person), LevelOf(statement.Level),
                statement.Measured ? "yes" : "no", TextOf(index),
            ]);
        }

        return new Table("Sentences", [
            new("Draft", 24), new("Sentence", 12), new("Page", 8), new("Story", 8), new("Type", 13), new("Sure", 8),
            new("Accomplishment alone", 23), new("Duty alone", 13), new("Shows", 44), new("Claims", 30), new("Person", 10), new("Level", 13),
            new("Measured", 12), new("Text", 90),
        ], rows.ToImmutable());
    }

    public Table Findings()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        foreach (var finding in analysis.Findings)
        {
            var sentence = finding.Span is { } span ? analysis.Document.FindSentence(span) : null;
            rows.Add([
                DraftName, Wording.Id(finding.Severity), finding.Check, Cell.Of(sentence?.Index + 1),
                finding.Span is { } place ? _places.Describe(place) : "", finding.Message,
                sentence is null ? "" : TextOf(sentence.Index),
            ]);
        }

        return new Table("Findings", [
            new("Draft", 24), new("Severity", 12), new("Check", 28), new("Sentence", 12), new("Place", 22), new("Message", 70), new("Text", 70),
        ], rows.ToImmutable());
    }

    public Table Questions()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        foreach (var suggestion in Summary.Advice(analysis))
        {
            rows.Add([
                DraftName, suggestion.Competency is { } competency ? Name(competency) : "", Cell.Of(suggestion.Sentence + 1),
                Math.Round(suggestion.Priority, 3), suggestion.Problem, suggestion.Question,
            ]);
        }

        return new Table("Questions", [
            new("Draft", 24), new("Competency", 30), new("Sentence", 12), new("Priority", 11), new("Problem", 70), new("Question", 70),
        ], rows.ToImmutable());
    }

    /// <summary>What the tables do not say: what was read, by what it was judged.</summary>
    public Table About() => new("About", [new("What", 26), new("Value", 100)], [.. AboutRows()]);

    private IEnumerable<ImmutableArray<Cell>> AboutRows()
    {
        yield return ["Draft", _draft.File.Name];
        yield return ["SHA-256 of the draft", _draft.File.Hash.Hex];
        yield return ["Read", string.Join(", ", Summary.Sizes(analysis))];
        yield return ["Sentences", Summary.Types(analysis)];
        yield return ["Framework", $"{_framework.Id}: {_framework.Name}. {analysis.Framework.Reason}"];
        yield return ["Framework, how sure", Cell.Probability(analysis.Framework.Confidence)];
        yield return ["Kind", $"{Wording.Id(analysis.Kind.Value)}: {analysis.Kind.Reason}"];
        yield return ["Kind, how sure", Cell.Probability(analysis.Kind.Confidence)];
        yield return ["Score", analysis.Gradable.Status == GradableStatus.Ok ? "given" : $"{Summary.NoScore(analysis.Gradable.Status)} {analysis.Gradable.Reason}"];
        yield return ["Not looked for", string.Join(", ", Summary.NotLookedFor(_framework))];
        foreach (var note in _draft.Extraction.Notes)
        {
            yield return [Wording.Id(note.Grade), note.Message];
        }

        foreach (var line in Summary.KeptSilent(analysis))
        {
            yield return ["Kept silent", line];
        }

        foreach (var line in Summary.Packs(analysis.Provenance))
        {
            yield return ["Pack", line];
        }

        yield return ["Program", $"EcqAnalyzer {analysis.Provenance.Engine}"];
        foreach (var file in analysis.Provenance.RulesAndModels)
        {
            yield return [file.Name, file.Hash.Hex];
        }

        yield return ["What this is not", Summary.WhatItIsNot];
    }

    private string Name(CompetencyId id) => Summary.Name(_framework, id);

    private string TextOf(int sentence) => SafeText.Line(analysis.Document.Sentences[sentence].Span.Of(_draft.Text));

    private static string LevelOf(Level? level) => level is { } known ? Wording.Id(known) : "";
}
