using System.Runtime.CompilerServices;

// Training learns from exactly the features that the annotator computes, so it sees the same code.
[assembly: InternalsVisibleTo("EcqAnalyzer.Training")]
[assembly: InternalsVisibleTo("EcqAnalyzer.Tests")]
