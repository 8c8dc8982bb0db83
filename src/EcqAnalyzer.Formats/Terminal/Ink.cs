namespace EcqAnalyzer.Formats.Terminal;

/// <summary>Words of one tint. Text of a draft goes through <see cref="Printable"/> first.</summary>
internal readonly record struct Ink(string Text, Tint Tint = Tint.Plain)
{
    public static implicit operator Ink(string text) => new(text);
}

/// <summary>What a colour means. None is the only sign of anything: bars differ in their blocks, severities in words.</summary>
internal enum Tint
{
    Plain,
    Strong,
    Faint,
    Heading,
    Accomplishment,
    Duty,
    Trouble,
}
