using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Candidates;

/// <summary>What is known of the person apart from any process: availability, interest in another job, and where they came from.</summary>
public sealed record CandidateSlice
{
    /// <summary>The largest number of origins that are kept.</summary>
    public const int MostOrigins = 32;

    /// <summary>Gets whether the person looks for another job; null where nobody ever knew.</summary>
    public Standing<Availability>? Availability { get; init; }

    /// <summary>Gets how much the person wants to change the job; null where nobody ever knew.</summary>
    public Standing<InterestLevel>? Interest { get; init; }

    /// <summary>Gets how often the person went from passive to active.</summary>
    public int Activations { get; init; }

    /// <summary>
    /// Gets where the person came from, in the order of the first time. The end of an application takes none away. Where there are more than 32,
    /// the one that was not seen for longest goes, except the first; all of them are on the timeline.
    /// </summary>
    public ImmutableArray<Origin> Origins { get; init; } = [];

    /// <summary>Gets what holds back whatever we would do for the person.</summary>
    public CandidateHolds Holds { get; init; } = CandidateHolds.None;

    /// <summary>Gets how many origins had to go; 0 where the list is whole.</summary>
    public int OriginsLeftOut { get; init; }

    /// <summary>
    /// Gets the attributes that the host told, in ordinal order of their names, declared or not; none that the rules declare as protected. An attribute that was told to have no value any more is there only
    /// for its row version.
    /// </summary>
    public ImmutableArray<RecordedAttribute> Attributes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Returns the value of an attribute that the host told; none where it told none.</summary>
    public AttributeValue ValueOf(FactCode attribute)
    {
        foreach (var known in Attributes)
        {
            if (known.Name == attribute)
            {
                return known.Value;
            }
        }

        return default;
    }
}
