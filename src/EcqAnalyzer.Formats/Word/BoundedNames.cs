using System.Xml;

namespace EcqAnalyzer.Formats.Word;

/// <summary>The names that an XML reader keeps while it reads a part. It keeps each new one for good, so that a part of
/// nothing but new names would fill the memory.</summary>
internal sealed class BoundedNames(DraftSource source) : NameTable
{
    private int _names;

    public override string Add(char[] key, int start, int len)
    {
        if (Get(key, start, len) is { } known)
        {
            return known;
        }

        Count();
        return base.Add(key, start, len);
    }

    public override string Add(string key)
    {
        if (Get(key) is { } known)
        {
            return known;
        }

        Count();
        return base.Add(key);
    }

    private void Count()
    {
        if (++_names > ReadingLimits.XmlNames)
        {
            throw WordFaults.IsTooLarge(source, $"{ReadingLimits.XmlNames:N0} kinds of elements");
        }
    }
}
