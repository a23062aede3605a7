namespace CandidateCrm.Timeline;

/// <summary>A number for a text that is the same in every process: for drawing lots that fall alike at every run and on every node.</summary>
internal static class StableHash
{
    /// <summary>FNV-1a over the UTF-16 code units, stirred once more so that ids that count upwards spread. The upper bits are the good ones.</summary>
    internal static ulong Of(string text) => Stirred(Sum(text));

    /// <summary>Goes on with a number, so that one text has as many hashes as there are numbers.</summary>
    internal static ulong Of(string text, ulong number) => Stirred(Next(Sum(text), number));

    private static ulong Sum(string text)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var unit in text)
        {
            hash = Next(hash, unit);
        }

        return hash;
    }

    private static ulong Next(ulong hash, ulong more) => unchecked((hash ^ more) * 1_099_511_628_211UL);

    private static ulong Stirred(ulong hash) => unchecked((hash ^ (hash >> 32)) * 0x9E37_79B9_7F4A_7C15UL);
}
