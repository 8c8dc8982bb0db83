namespace EcqAnalyzer.Engine.Yaml;

/// <summary>Codes of faults that any file under <c>rules/</c> can have, whatever it holds.</summary>
public static class YamlFaults
{
    public const string NotYaml = "ECQ100";
    public const string UnknownKey = "ECQ101";
    public const string DuplicateKey = "ECQ102";
    public const string MissingKey = "ECQ103";
    public const string WrongKind = "ECQ104";
    public const string UnknownValue = "ECQ105";
    public const string TooLarge = "ECQ106";
}
