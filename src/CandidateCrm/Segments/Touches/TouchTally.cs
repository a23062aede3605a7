using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments.Touches;

/// <summary>
/// What kept rules need of the touchpoints, while one is added. The instants at which it is looked through are those of touchpoints alone, so that alarms and other facts leave no trace in it.
/// </summary>
internal sealed class TouchTally
{
    /// <summary>How many are added before all of them are looked through.</summary>
    private const int SweepEvery = 8;

    private readonly TouchRules _rules;
    private readonly SegmentTouches? _before;
    private readonly Instant _at;
    private readonly List<SegmentTouch> _open;
    private readonly int[] _settled;
    private int _past;

    internal TouchTally(TouchRules rules, SegmentTouches? before, Instant at)
    {
        _rules = rules;
        _before = before;
        _at = at;
        _open = [.. before?.Open ?? []];
        _settled = before is { Settled.IsEmpty: false } ? [.. before.Settled] : new int[rules.All.Length];
        _past = before?.Past ?? 0;
    }

    internal SegmentTouches? With(TouchpointRecorded told)
    {
        var added = new SegmentTouch { At = _at, Told = told with { NeedsNoReply = false, Answers = default } };
        _open.Add(added);
        Sweep(_open.Count % SweepEvery == 0 ? 0 : _open.Count - 1);
        return IsAsBefore() ? _before : Made();
    }

    /// <summary>Lets go of what no condition needs from a place on, and counts what counts for good.</summary>
    private void Sweep(int from)
    {
        var open = _open.GetRange(from, _open.Count - from);
        var courses = _rules.All.Select((rule, i) => IsDecided(i) ? [] : open.ConvertAll(each => rule.CourseOf(new Touchpoint(each.At, each.Told), _at))).ToArray();
        var needed = courses.SelectMany((each, rule) => Needed(each, _rules.All[rule].Enough ?? int.MaxValue)).ToHashSet();

        _open.RemoveRange(from, open.Count);
        for (var i = 0; i < open.Count; i++)
        {
            if (needed.Contains(i))
            {
                _open.Add(open[i]);
            }
            else
            {
                LetGo(courses, i);
            }
        }
    }

    /// <summary>Returns who can still decide: whoever comes and goes, and of those that end, or begin, only so many, the last to end and the first to begin.</summary>
    private static IEnumerable<int> Needed(List<(TouchCourse Course, Instant At)> courses, int enough)
    {
        int[] Of(TouchCourse course) => [.. Enumerable.Range(0, courses.Count).Where(i => courses[i].Course == course)];

        return
        [
            .. Of(TouchCourse.Changes),
            .. Of(TouchCourse.Ends).OrderByDescending(i => courses[i].At).Take(enough),
            .. Of(TouchCourse.Begins).OrderBy(i => courses[i].At).Take(enough),
        ];
    }

    private void LetGo(List<(TouchCourse Course, Instant At)>[] courses, int index)
    {
        _past += _rules.HasProportion ? 1 : 0;
        for (var rule = 0; rule < courses.Length; rule++)
        {
            _settled[rule] += !IsDecided(rule) && courses[rule][index].Course == TouchCourse.Always ? 1 : 0;
        }
    }

    // As many count for good as can matter.
    private bool IsDecided(int rule) => _settled[rule] >= _rules.All[rule].Enough;

    private bool IsAsBefore() =>
        _open.Count == (_before?.Open.Length ?? 0) && _past == (_before?.Past ?? 0)
        && _open.SequenceEqual(_before?.Open ?? []) && (_before is { Settled.IsEmpty: false } ? _settled.SequenceEqual(_before.Settled) : Array.TrueForAll(_settled, each => each == 0));

    private SegmentTouches Made() => new() { Open = [.. _open], Settled = Array.TrueForAll(_settled, each => each == 0) ? [] : [.. _settled], Past = _past };
}
