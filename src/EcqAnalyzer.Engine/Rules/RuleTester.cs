namespace EcqAnalyzer.Engine.Rules;
/// <summary>x.</summary>
public sealed class RuleTester
{
}
