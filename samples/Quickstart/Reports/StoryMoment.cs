using System.Collections.Immutable;
using CandidateCrm.Timeline;
using NodaTime;

namespace Quickstart.Reports;

/// <summary>One thing on a timeline, and what the library concluded from it. Where time alone led to something, nothing happened.</summary>
internal sealed record StoryMoment
{
    internal required Instant At { get; init; }

    internal required string What { get; init; }

    internal required ImmutableArray<string> Followed { get; init; }

    /// <summary>Reads a timeline in its order; what is no longer true is left out.</summary>
    internal static IEnumerable<StoryMoment> Of(IEnumerable<TimelineEvent> story)
    {
        StoryMoment? moment = null;
        foreach (var entry in story.Where(entry => !entry.Retracted))
        {
            var words = EntryWords.Of(entry.Entry);
            if (entry.Class == EntryClass.Derived && moment?.At == entry.OccurredAt)
            {
                moment = moment with { Followed = moment.Followed.Add(words) };
                continue;
            }

            if (moment is not null)
            {
                yield return moment;
            }

            moment = entry.Class == EntryClass.Derived
                ? new StoryMoment { At = entry.OccurredAt, What = "(time passed)", Followed = [words] }
                : new StoryMoment { At = entry.OccurredAt, What = words, Followed = [] };
        }

        if (moment is not null)
        {
            yield return moment;
        }
    }
}
