namespace EcqAnalyzer.Engine.Rules;

/// <summary>Codes of faults in rule packs.</summary>
public static class RuleFaults
{
    public const string Notation = "ECQ110";
    public const string UnknownTag = "ECQ111";
    public const string UnknownList = "ECQ112";
    public const string BadList = "ECQ113";
    public const string EmptyPattern = "ECQ114";
    public const string PatternTooLarge = "ECQ115";
    public const string Header = "ECQ116";
    public const string UnknownLabel = "ECQ117";
    public const string WrongPlace = "ECQ118";
    public const string BadRuleId = "ECQ119";
    public const string SecondRuleOfItsId = "ECQ120";
    public const string NoPatterns = "ECQ121";
    public const string ClaimOfNothing = "ECQ122";
    public const string UnknownCharacteristic = "ECQ123";
}
