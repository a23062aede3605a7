using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Which touchpoints count at an instant, and how many do not, each under the first reason that applies: repeated id, after the instant, unknown kind.</summary>
internal sealed class TouchSelection
{
    internal required List<Touch> Counted { get; init; }

    internal required IgnoredTouches Ignored { get; init; }

    internal static TouchSelection Of(ScorePlan plan, IEnumerable<Touch> touches, Instant at)
    {
        ArgumentNullException.ThrowIfNull(touches);
        var seen = new Dictionary<EventId, Touch>();
        var counted = new List<Touch>();
        var (repeated, later, unknown) = (0, 0, 0);
        foreach (var touch in touches)
        {
            ArgumentNullException.ThrowIfNull(touch, nameof(touches));
            if (!seen.TryAdd(touch.Id, touch))
            {
                repeated += IsRepeat(seen[touch.Id], touch) ? 1 : throw new ArgumentException($"The id {touch.Id} has two contents: a touchpoint is told once, and again only as it was.", nameof(touches));
            }
            else if (touch.OccurredAt > at)
            {
                later++;
            }
            else if (plan.IndexOf(touch.Kind.Value) < 0)
            {
                unknown++;
            }
            else
            {
                counted.Add(touch);
            }
        }

        return new TouchSelection
        {
            Counted = counted,
            Ignored = new IgnoredTouches { RepeatedId = repeated, AfterInstant = later, UnknownKind = unknown },
        };
    }

    internal static bool IsRepeat(Touch first, Touch again) =>
        first.Kind == again.Kind && first.OccurredAt == again.OccurredAt && first.Quantity == again.Quantity;
}
