using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Who stays where there are too many samples: the smaller hash, which depends on subject and instant alone.</summary>
/// <param name="Hash">The hash.</param>
/// <param name="Subject">The subject.</param>
/// <param name="At">The instant.</param>
internal readonly record struct SamplePlace(ulong Hash, string Subject, Instant At) : IComparable<SamplePlace>
{
    internal static SamplePlace Of(string subject, Instant at)
    {
        // FNV-1a over the UTF-16 code units and the instant, stirred once more so that ids that count upwards spread.
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var unit in subject)
        {
            hash = unchecked((hash ^ unit) * 1_099_511_628_211UL);
        }

        hash = unchecked((hash ^ (ulong)at.ToUnixTimeTicks()) * 1_099_511_628_211UL);
        hash = unchecked((hash ^ (hash >> 32)) * 0x9E37_79B9_7F4A_7C15UL);
        return new SamplePlace(unchecked((hash ^ (hash >> 29)) * 0xBF58_476D_1CE4_E5B9UL), subject, at);
    }

    /// <summary>Puts the largest first: it is the one that a queue gives up.</summary>
    public int CompareTo(SamplePlace other)
    {
        var byHash = other.Hash.CompareTo(Hash);
        var bySubject = byHash != 0 ? byHash : string.CompareOrdinal(other.Subject, Subject);
        return bySubject != 0 ? bySubject : other.At.CompareTo(At);
    }
}
