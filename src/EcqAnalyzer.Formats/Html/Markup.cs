using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace EcqAnalyzer.Formats.Html;

/// <summary>
/// A piece of HTML. It is only ever made of a template in the code, <c>Markup.Of($"&lt;b&gt;{name}&lt;/b&gt;")</c>, whose literal
/// parts stand as they are and whose holes are escaped unless they are markup themselves: text of a draft has no way to become
/// markup. Holes within tags stand in quotation marks.
/// </summary>
public sealed class Markup
{
    private readonly string _html;

    private Markup(string html) => _html = html;

    public static Markup Empty { get; } = new("");

    public static Markup Of(Template template) => new(template.ToString());

    /// <summary>The pieces one after the other.</summary>
    public static Markup Join(params IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(piece => piece._html)));

    public override string ToString() => _html;

    /// <summary>What the compiler makes of an interpolated string: see <see cref="Markup"/>.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Template(int literalLength, int formattedCount)
    {
        private const int UsualHole = 24;

        private readonly StringBuilder _html = new(literalLength + UsualHole * formattedCount);

        public void AppendLiteral(string html) => _html.Append(html);

        public void AppendFormatted(Markup piece)
        {
            ArgumentNullException.ThrowIfNull(piece);
            _html.Append(piece._html);
        }

        public void AppendFormatted(IEnumerable<Markup> pieces)
        {
            ArgumentNullException.ThrowIfNull(pieces);
            foreach (var piece in pieces)
            {
                _html.Append(piece._html);
            }
        }

        public void AppendFormatted(string? text) => EscapedText.Append(_html, text);

        public void AppendFormatted(ReadOnlySpan<char> text) => EscapedText.Append(_html, text);

        public void AppendFormatted(int number) => _html.Append(number.ToString(CultureInfo.InvariantCulture));

        /// <summary>At most two decimals: quarters of a point are exact.</summary>
        public void AppendFormatted(double number) => _html.Append(number.ToString("0.##", CultureInfo.InvariantCulture));

        public override string ToString() => _html.ToString();
    }
}
