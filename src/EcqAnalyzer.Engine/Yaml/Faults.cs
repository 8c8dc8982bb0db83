using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Yaml;

/// <summary>Collects the faults of all files of one run, so that a person mends them in one go.</summary>
public sealed class Faults
{
    private readonly List<Diagnostic> _found = [];

    public IReadOnlyList<Diagnostic> Found => _found;

    public bool Any => _found.Count > 0;

    public void Add(string code, YamlPlace place, string message) =>
        _found.Add(new Diagnostic(code, place.File, place.Line, place.Column, message));

    public void Add(Diagnostic diagnostic) => _found.Add(diagnostic);

    /// <summary>Throws <see cref="FaultyFilesException"/> with all of them, in order of file and place.</summary>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new FaultyFilesException(InOrder());
        }
    }

    /// <summary>Each once, in order of file and place.</summary>
    public ImmutableArray<Diagnostic> InOrder() =>
        [.. _found.Distinct().OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Column)];
}
