namespace EcqAnalyzer.Cli;

/// <summary>Composition root: the only place that builds the concrete parts of engine and formats, each when first asked
/// for, so that a command pays only for what it uses.</summary>
public sealed class Workbench
{
}
