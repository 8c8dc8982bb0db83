using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Screening;

/// <summary>The drafts of one client, as one work: its states in order, the latest under one framework, and for each ECQ the draft
/// that speaks for it. Drafts come in the order of their names as people count (<c>draft 2</c> before <c>draft 10</c>), and each
/// file's earlier states before its present one.</summary>
internal sealed class ClientWork
{
    private readonly List<State> _states;
    private readonly List<State> _present;

    public ClientWork(string client, IEnumerable<ScreenedDraft> drafts)
    {
        Client = client;
        Drafts = [.. drafts.OrderBy(draft => draft.Path, NaturalOrder.Instance)];
        _states = [.. Drafts.SelectMany(StatesOf)];
        _present = _states.FindAll(state => state.IsPresent);
        Latest = _present.FindLast(state => state.IsScored);
        Cells = Latest is { } latest ? [.. latest.Digest.Ecqs.Select(CellOf)] : [];
    }

    public string Client { get; }

    public ImmutableArray<ScreenedDraft> Drafts { get; }

    /// <summary>The latest draft with a score; null where none has one.</summary>
    public State? Latest { get; }

    public ImmutableArray<EcqCell> Cells { get; }

    /// <summary>The competencies of the drafts that speak for their ECQs.</summary>
    public IEnumerable<CompetencyDigest> Competencies => Latest is null
        ? []
        : Latest.Digest.Ecqs.SelectMany(ecq => SpeakerFor(ecq.Ecq)?.Digest.Competencies.Where(each => each.Ecq == ecq.Ecq) ?? []);

    /// <summary>The drafts that speak for some ECQ, and those without a score.</summary>
    public IEnumerable<State> Speakers => _present.Where(state =>
        !state.IsScored || state == Latest || Cells.Any(cell => ReferenceEquals(SpeakerFor(cell.Ecq), state)));

    /// <summary>States that can be set beside the latest one, it being the last.</summary>
    public IReadOnlyList<State> Comparable => Latest is not { } latest ? [] : _states.FindAll(state =>
        state.IsScored && state.Digest.Framework == latest.Digest.Framework && state.Digest.Rules == latest.Digest.Rules
        && state.Addressed.SequenceEqual(latest.Addressed));

    public EcqDigest? FindEcq(string ecq) => SpeakerFor(ecq)?.Digest.Ecqs.FirstOrDefault(each => each.Ecq == ecq);

    private EcqCell CellOf(EcqDigest latest) => FindEcq(latest.Ecq) is { } ecq
        ? new EcqCell(ecq.Ecq, ecq.Rung, ecq.Shown, ecq.Of, SpeakerFor(ecq.Ecq)!.Path)
        : new EcqCell(latest.Ecq, null, 0, latest.Of, "");

    private State? SpeakerFor(string ecq) => _present.FindLast(state =>
        state.IsScored && state.Digest.Framework == Latest!.Digest.Framework && state.Addressed.Contains(ecq));

    private static IEnumerable<State> StatesOf(ScreenedDraft draft) => draft.Digest is not { } present
        ? []
        : [.. draft.Earlier.Select(earlier => new State(draft.Path, earlier, IsPresent: false)), new State(draft.Path, present, IsPresent: true)];

    /// <summary>A draft as it is, or as it once was.</summary>
    internal sealed record State(string Path, Digest Digest, bool IsPresent)
    {
        /// <summary>A framework of words only gives no scores, and no ECQs.</summary>
        public bool IsScored => Digest.Gradable.Status == GradableStatus.Ok && !Digest.Ecqs.IsEmpty;

        public ImmutableArray<string> Addressed { get; } = [.. Digest.Ecqs.Where(ecq => ecq.IsAddressed).Select(ecq => ecq.Ecq)];
    }
}
