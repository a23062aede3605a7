using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>
/// Touchpoints of many candidates in memory, as columns of numbers: 8 bytes for each, for scoring a whole population anew where a model is tried out. Rows are numbered in the order in which
/// candidates are added. Instants are floored to microseconds, as a timeline does it. It is filled by one thread and then read by any.
/// </summary>
public sealed class TouchColumns
{
    internal static readonly Instant Earliest = Instant.FromUtc(1700, 1, 1, 0, 0);
    internal static readonly Instant Latest = Instant.FromUtc(2200, 1, 1, 0, 0);

    private readonly Dictionary<TouchKind, TouchColumn> _columns = [];
    private readonly Dictionary<EventId, Touch> _seen = [];

    /// <summary>Gets how many candidates there are.</summary>
    public int Rows { get; private set; }

    /// <summary>Gets how many touchpoints there are, repeats left out.</summary>
    public long Touches { get; private set; }

    /// <summary>Adds the touchpoints of one candidate, in any order, and returns the number of the row. A repeated id counts once.</summary>
    /// <exception cref="ArgumentException">One id has two contents; nothing was added.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A touchpoint lies outside the years 1700 to 2199, in which microseconds fit into columns; nothing was added.</exception>
    public int Add(IEnumerable<Touch> touches)
    {
        ArgumentNullException.ThrowIfNull(touches);
        _seen.Clear();
        foreach (var touch in touches)
        {
            ArgumentNullException.ThrowIfNull(touch, nameof(touches));
            if (!_seen.TryAdd(touch.Id, touch) && !TouchSelection.IsRepeat(_seen[touch.Id], touch))
            {
                throw new ArgumentException($"The id {touch.Id} has two contents: a touchpoint is told once, and again only as it was.", nameof(touches));
            }

            if (touch.OccurredAt < Earliest || touch.OccurredAt >= Latest)
            {
                throw new ArgumentOutOfRangeException(nameof(touches), touch.OccurredAt, "Columns hold touchpoints of the years 1700 to 2199.");
            }
        }

        foreach (var touch in _seen.Values)
        {
            ColumnOf(touch.Kind).Add(Rows, touch.OccurredAt, touch.Quantity);
        }

        Touches += _seen.Count;
        return Rows++;
    }

    /// <summary>Returns the column of a kind; null where nobody has such a touchpoint.</summary>
    internal TouchColumn? Find(TouchKind kind) => _columns.GetValueOrDefault(kind);

    private TouchColumn ColumnOf(TouchKind kind)
    {
        if (!_columns.TryGetValue(kind, out var column))
        {
            _columns.Add(kind, column = new TouchColumn());
        }

        return column;
    }
}
