using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Who stays where there are too many samples: the smaller hash, which depends on subject and instant alone.</summary>
/// <param name="Hash">The hash.</param>
/// <param name="Subject">The subject.</param>
/// <param name="At">The instant.</param>
internal readonly record struct SamplePlace(ulong Hash, string Subject, Instant At) : IComparable<SamplePlace>
{
    internal static SamplePlace Of(string subject, Instant at) => new(StableHash.Of(subject, (ulong)at.ToUnixTimeTicks()), subject, at);

    public int CompareTo(SamplePlace other)
    {
        var byHash = Hash.CompareTo(other.Hash);
        var bySubject = byHash != 0 ? byHash : string.CompareOrdinal(Subject, other.Subject);
        return bySubject != 0 ? bySubject : At.CompareTo(other.At);
    }
}
