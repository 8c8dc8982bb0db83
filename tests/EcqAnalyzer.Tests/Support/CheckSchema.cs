using NJsonSchema;

namespace EcqAnalyzer.Tests.Support;

/// <summary>Validates against schemas/check.schema.json.</summary>
internal static class CheckSchema
{
    private static readonly Lazy<Task<JsonSchema>> Schema =
        new(() => JsonSchema.FromFileAsync(Repository.Path("schemas", "check.schema.json")));

    public static async Task<IReadOnlyList<string>> FindFaults(string json) =>
        [.. (await Schema.Value).Validate(json).Select(fault => fault.ToString())];
}
