using System.Text.Json;

namespace EcqAnalyzer.Training.Words;

/// <summary>Words, the most frequent first, each with a vector of unit length: words used alike point the same way.</summary>
internal sealed record Embeddings(IReadOnlyList<string> Words, IReadOnlyList<float[]> Vectors)
{
    private const int Dimensions = 100;

    /// <summary>Reads the first <paramref name="most"/> words of the package's file; all of it is 300 MB.</summary>
    public static Embeddings Load(string path, int most)
    {
        var json = new Utf8JsonReader(File.ReadAllBytes(path));
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("vectors"))
                return ReadVectors(ref json, most);
        }

        throw new InvalidDataException($"{path} has no vectors");
    }

    private static Embeddings ReadVectors(ref Utf8JsonReader json, int most)
    {
        var words = new List<string>();
        var vectors = new List<float[]>();
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName && words.Count < most)
        {
            var word = json.GetString() ?? "";
            var vector = ReadVector(ref json);
            if (!IsWord(word))
                continue;
            words.Add(word);
            vectors.Add(vector);
        }

        return new Embeddings(words, vectors);
    }

    private static float[] ReadVector(ref Utf8JsonReader json)
    {
        var vector = new float[Dimensions];
        var (count, square) = (0, 0.0);
        json.Read();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            // The two numbers after the vector are its length and its place.
            if (count < Dimensions)
            {
                vector[count] = json.GetSingle();
                square += vector[count] * (double)vector[count];
            }

            count++;
        }

        var length = Math.Sqrt(square);
        for (var i = 0; i < Dimensions; i++)
        {
            vector[i] = (float)(vector[i] / Math.Max(length, 1e-9));
        }

        return vector;
    }

    private static bool IsWord(string word) =>
        word.Length is > 0 and < 30 && !word.AsSpan().ContainsAnyInRange('0', '9') && word.Any(char.IsLetter);
}
