using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CandidateCrm.Candidates;

namespace CandidateCrm.Timeline;

/// <summary>Names one event, unique within its tenant: the host's own text, 1 to 200 characters, without control characters. Ids are compared ordinally; a natural key such as <c>application:17:submitted</c> serves best.</summary>
public readonly record struct EventId : IHostText<EventId>
{
    private readonly string? _value;

    private EventId(string value) => _value = value;

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "event id");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static EventId From(string text) => new(HostText.Id(text, "An event id"));

    /// <summary>Gets the mark that begins the ids that the library makes itself; a host's ids never begin with it.</summary>
    public static char Reserved => '~';

    /// <summary>Makes the id of what followed as the n-th from an event.</summary>
    internal static EventId Derived(string cause, int ordinal) => new(string.Create(CultureInfo.InvariantCulture, $"~{cause}.{ordinal}"));

    /// <summary>Makes the id of what followed as the n-th from an alarm or a change of rules at an instant.</summary>
    /// <remarks>A second mark keeps these ids apart from what follows from any event of a host.</remarks>
    internal static EventId Derived(TimelinePlace place, int ordinal) =>
        new(string.Create(CultureInfo.InvariantCulture, $"~~{(place.Rank == TimelinePlace.BoundaryRank ? '#' : '@')}{place.Micros}.{ordinal}"));

    /// <summary>Reads an id that was stored; derived ids are longer than what caused them.</summary>
    internal static EventId Stored(string text) =>
        HostText.IsStored(text) ? new(text) : throw new ArgumentException("A stored event id is not empty, not over-long and has no control character.", nameof(text));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out EventId value)
    {
        value = HostText.IsId(text) ? new EventId(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
