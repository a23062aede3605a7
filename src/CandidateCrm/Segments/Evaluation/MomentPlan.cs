using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>What of a rule has to be computed for an instant and a zone, and where it is put.</summary>
internal sealed class MomentPlan
{
    private readonly List<MomentTime<Instant>> _instants = [];
    private readonly List<MomentTime<LocalDate>> _dates = [];

    internal int Add(MomentTime<Instant> instant)
    {
        _instants.Add(instant);
        return _instants.Count - 1;
    }

    internal int Add(MomentTime<LocalDate> date)
    {
        _dates.Add(date);
        return _dates.Count - 1;
    }

    internal MomentTime<Instant> InstantOf(int slot) => _instants[slot];

    internal MomentTime<LocalDate> DateOf(int slot) => _dates[slot];

    internal Moment At(LocalCalendar calendar, Delegate? memberships) =>
        new([.. _instants.Select(each => each.At(calendar))], [.. _dates.Select(each => each.At(calendar))], calendar.Today, memberships);
}
