using System.Globalization;
using System.Net;
using System.Text;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>A picture as SVG that stands by itself: a title and a description that readers of screens are told, colours for
/// light and dark, no scripts, nothing from elsewhere.</summary>
internal sealed class SvgPicture
{
    private const int LineOfSubtitle = 15;

    private const string Style = """
        <style>
          svg { background: #fff; font: 13px system-ui, "Segoe UI", sans-serif; }
          text { fill: #1b1f24; }
          .title { font-size: 16px; font-weight: 600; }
          .small, .subtitle { font-size: 12px; fill: #57606a; }
          .tiny { font-size: 10.5px; }
          .middle { text-anchor: middle; }
          .end { text-anchor: end; }
          .grid { stroke: #d0d7de; }
          .dashed { stroke: #57606a; stroke-dasharray: 5 4; }
          .bar { fill: #6ea8dc; }
          .shade { fill: #0b5394; }
          .onshade { fill: #fff; }
          .dot { fill: #b3460f; }
          .range { stroke: #1b1f24; stroke-width: 1.5; }
          @media (prefers-color-scheme: dark) {
            svg { background: #0d1117; }
            text { fill: #e6edf3; }
            .small, .subtitle { fill: #9da7b3; }
            .grid { stroke: #30363d; }
            .dashed { stroke: #9da7b3; }
            .bar { fill: #2f6fa8; }
            .shade { fill: #79b8f3; }
            .onshade { fill: #0d1117; }
            .dot { fill: #f0883e; }
            .range { stroke: #e6edf3; }
          }
        </style>
        """;

    private readonly StringBuilder _svg = new();

    public SvgPicture(int width, int height, string title, string description)
    {
        _svg.Append($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-labelledby="t d">""").Append('\n');
        _svg.Append($"<title id=\"t\">{Escape(title)}</title>\n<desc id=\"d\">{Escape(description)}</desc>\n{Style.ReplaceLineEndings("\n")}\n");
        Text("title", 16, 26, title);
        var (line, y) = ("", 46);
        foreach (var word in description.Split(' '))
        {
            if ((line.Length + word.Length) * 6 > width - 32)
            {
                Text("subtitle", 16, y, line.TrimEnd());
                (line, y) = ("", y + LineOfSubtitle);
            }

            line += $"{word} ";
        }

        Text("subtitle", 16, y, line.TrimEnd());
    }

    public SvgPicture Line(string style, double x1, double y1, double x2, double y2) =>
        Add($"""<line class="{style}" x1="{N(x1)}" y1="{N(y1)}" x2="{N(x2)}" y2="{N(y2)}"/>""");

    public SvgPicture Text(string style, double x, double y, string text) =>
        Add($"""<text class="{style}" x="{N(x)}" y="{N(y)}">{Escape(text)}</text>""");

    public SvgPicture Turned(string style, double x, double y, string text) =>
        Add($"""<text class="{style}" transform="translate({N(x)} {N(y)}) rotate(-90)">{Escape(text)}</text>""");

    /// <summary><paramref name="tip"/> is shown when the pointer rests on it.</summary>
    public SvgPicture Bar(string style, double x, double y, double width, double height, string tip) =>
        Add($"""<rect class="{style}" x="{N(x)}" y="{N(y)}" width="{N(width)}" height="{N(height)}"><title>{Escape(tip)}</title></rect>""");

    /// <summary>A square that is the darker, the greater its share.</summary>
    public SvgPicture Shade(double x, double y, double side, double share, string tip) =>
        Add($"""<rect class="shade" fill-opacity="{N(0.04 + 0.96 * share)}" x="{N(x)}" y="{N(y)}" width="{N(side)}" height="{N(side)}"><title>{Escape(tip)}</title></rect>""");

    public SvgPicture Dot(string style, double x, double y) => Add($"""<circle class="{style}" cx="{N(x)}" cy="{N(y)}" r="4"/>""");

    public override string ToString() => $"{_svg}</svg>\n";

    private SvgPicture Add(string element)
    {
        _svg.Append(element).Append('\n');
        return this;
    }

    private static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
