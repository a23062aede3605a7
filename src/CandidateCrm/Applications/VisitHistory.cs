using System.Collections.Immutable;
using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>
/// Collects every visit of one application while a fold goes on; the state itself keeps only those since it was submitted or re-opened. Visits of an application that was merged into it are
/// told as well.
/// </summary>
internal sealed class VisitHistory(JobApplicationId application) : PassObserver
{
    private readonly Dictionary<JobApplicationId, Course> _courses = [];

    internal ImmutableArray<StageVisit> Visits => _courses.TryGetValue(application, out var course) ? [.. course.All.OrderBy(visit => visit.From)] : [];

    internal override void Saw(FoldPass pass, in PassTerms terms, object?[] before, Reaction[] order, FoldResult result)
    {
        var slice = pass.Draft.Applications;
        foreach (var gone in _courses.Keys.Where(known => slice?.All.Any(state => state.Application == known) != true).ToArray())
        {
            Join(pass, slice?.Find(gone), _courses[gone]);
            _courses.Remove(gone);
        }

        foreach (var state in slice?.All ?? [])
        {
            CourseOf(state.Application).Follow(pass.At, state is { Ending: null } ? state.Visits : []);
        }
    }

    /// <summary>Adds what is known of an application to the one that it went into. Visits that this one goes on with are no past.</summary>
    private void Join(FoldPass pass, ApplicationState? joined, Course gone)
    {
        if (joined is not null)
        {
            var goesOn = joined is { Ending: null } && joined.Visits.Any(visit => gone.Present.Contains(visit));
            gone.Follow(pass.At, goesOn ? gone.Present : []);
            CourseOf(joined.Application).Past.AddRange(gone.Past);
        }
    }

    private Course CourseOf(JobApplicationId id) => _courses.TryGetValue(id, out var course) ? course : _courses[id] = new Course();

    private sealed class Course
    {
        internal List<StageVisit> Past { get; } = [];

        internal ImmutableArray<StageVisit> Present { get; private set; } = [];

        internal IEnumerable<StageVisit> All => Past.Concat(Present);

        /// <summary>Goes on with visits. Where they are not those from before, those are over.</summary>
        internal void Follow(Instant at, ImmutableArray<StageVisit> visits)
        {
            if (!Present.IsEmpty && (visits.IsEmpty || visits[0].From != Present[0].From || visits[0].Stage != Present[0].Stage))
            {
                Past.AddRange(Present[..^1]);
                Past.Add(Present[^1] with { To = Present[^1].To ?? at });
            }

            Present = visits;
        }
    }
}
