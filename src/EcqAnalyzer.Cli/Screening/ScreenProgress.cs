using System.Globalization;
using EcqAnalyzer.Formats;

namespace EcqAnalyzer.Cli.Screening;

/// <summary>How far a screening is, on standard error: a bar that is drawn again where somebody sees it, a plain line now and then
/// where not; and each file that could not be read, in one line, as it comes.</summary>
internal sealed class ScreenProgress(Streams streams, ProgressForm form, TimeProvider time)
{
    private const int BarWidth = 24;
    private const int LineWidth = 79;
    private const string ClearLine = "\r\u001b[K";

    private static readonly TimeSpan BetweenBars = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private long _start;
    private long _last;
    private int _all;
    private int _done;
    private int _known;
    private int _failed;

    public void Begin(int all)
    {
        (_all, _done, _known, _failed) = (all, 0, 0, 0);
        _start = _last = time.GetTimestamp();
    }

    public void Tell(ScreenOutcome outcome)
    {
        _done++;
        _known += outcome.IsKnown ? 1 : 0;
        if (outcome.Fault is { } fault)
        {
            _failed += outcome.Key is null ? 1 : 0;
            Say(Plain(fault.ToString()));
        }

        var between = form == ProgressForm.Bar ? BetweenBars : BetweenLines;
        if (form == ProgressForm.None || time.GetElapsedTime(_last) < between || _done == _all)
        {
            return;
        }

        _last = time.GetTimestamp();
        var line = string.Create(CultureInfo.InvariantCulture, $"{_done} of {_all} drafts, {Rate():0.#}/s, {Left()} left, {_failed} not read");
        if (form == ProgressForm.Bar)
        {
            line = $"{Bar()} {line}";
            streams.Error.Write($"\r{(line.Length > LineWidth ? line[..LineWidth] : line.PadRight(LineWidth))}");
        }
        else
        {
            streams.Error.WriteLine(line);
        }
    }

    /// <summary>A line that stays, above the bar where there is one.</summary>
    public void Say(string line)
    {
        if (form == ProgressForm.Bar)
        {
            streams.Error.Write(ClearLine);
        }

        streams.Error.WriteLine(line);
    }

    /// <summary>What the run came to.</summary>
    public void End(string where)
    {
        if (form != ProgressForm.None)
        {
            Say($"{Wording.Count(_done, "draft")}: {_done - _known - _failed} read, {_known} known from an earlier run, {_failed} not read. See {Plain(where)}");
        }
    }

    private double Rate() => (_done - _known) / Math.Max(0.001, time.GetElapsedTime(_start).TotalSeconds);

    private string Left()
    {
        var seconds = Rate() > 0 ? (_all - _done) / Rate() : 0;
        return seconds < 100
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min");
    }

    private string Bar()
    {
        var (full, empty) = streams.Traits.HasUnicode ? ('█', '░') : ('#', '-');
        var part = _all == 0 ? BarWidth : BarWidth * _done / _all;
        return new string(full, part) + new string(empty, BarWidth - part);
    }

    /// <summary>Names of files come from strangers: one that holds commands to a terminal is shown without them.</summary>
    private static string Plain(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? '\uFFFD' : sign));
}

/// <summary>How a long run tells how far it is.</summary>
internal enum ProgressForm
{
    /// <summary>Only what could not be read.</summary>
    None,

    Lines,
    Bar,
}
