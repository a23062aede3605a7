using System.Collections.Immutable;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Which touchpoints count at an instant, and how many do not, each under the first reason that applies: repeated id, after the instant, unknown kind.</summary>
internal sealed class TouchSelection
{
    internal required List<Touch> Counted { get; init; }

    internal required IgnoredTouches Ignored { get; init; }

    /// <summary>Gets the kinds that the model does not name, in their ordinal order.</summary>
    internal required ImmutableArray<TouchKindCount> UnknownKinds { get; init; }

    internal static TouchSelection Of(ScorePlan plan, IEnumerable<Touch> touches, Instant at)
    {
        ArgumentNullException.ThrowIfNull(touches);
        var seen = new Dictionary<EventId, Touch>();
        var counted = new List<Touch>();
        var unknown = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (repeated, later) = (0, 0);
        foreach (var touch in touches)
        {
            ArgumentNullException.ThrowIfNull(touch, nameof(touches));
            if (IsAgain(seen, touch, nameof(touches)))
            {
                repeated++;
            }
            else if (touch.OccurredAt > at)
            {
                later++;
            }
            else if (plan.IndexOf(touch.Kind.Value) < 0)
            {
                unknown[touch.Kind.Value] = unknown.GetValueOrDefault(touch.Kind.Value) + 1;
            }
            else
            {
                counted.Add(touch);
            }
        }

        return new TouchSelection
        {
            Counted = counted,
            Ignored = new IgnoredTouches { RepeatedId = repeated, AfterInstant = later, UnknownKind = unknown.Values.Sum() },
            UnknownKinds = [.. unknown.Select(pair => new TouchKindCount { Kind = TouchKind.From(pair.Key), Count = pair.Value })],
        };
    }

    /// <summary>Refuses touchpoints of which one id has two contents.</summary>
    internal static void Check(Touch[] touches)
    {
        var seen = new Dictionary<EventId, Touch>(touches.Length);
        foreach (var touch in touches)
        {
            IsAgain(seen, touch, nameof(touches));
        }
    }

    private static bool IsAgain(Dictionary<EventId, Touch> seen, Touch touch, string parameter) =>
        !seen.TryAdd(touch.Id, touch)
        && (IsRepeat(seen[touch.Id], touch) ? true : throw new ArgumentException($"The id {touch.Id} has two contents: a touchpoint is told once, and again only as it was.", parameter));

    internal static bool IsRepeat(Touch first, Touch again) =>
        first.Kind == again.Kind && first.OccurredAt == again.OccurredAt && first.Quantity == again.Quantity;
}
