using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>What of a rule has to be computed for an instant and a zone, and where it is put.</summary>
internal sealed class MomentPlan
{
    private readonly List<Func<LocalCalendar, Instant>> _instants = [];
    private readonly List<Func<LocalCalendar, LocalDate>> _dates = [];

    internal int Add(Func<LocalCalendar, Instant> instant)
    {
        _instants.Add(instant);
        return _instants.Count - 1;
    }

    internal int Add(Func<LocalCalendar, LocalDate> date)
    {
        _dates.Add(date);
        return _dates.Count - 1;
    }

    internal Moment At(LocalCalendar calendar, Delegate? memberships) =>
        new([.. _instants.Select(each => each(calendar))], [.. _dates.Select(each => each(calendar))], calendar.Today, memberships);
}
