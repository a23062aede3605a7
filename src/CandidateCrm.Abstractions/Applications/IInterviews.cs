using System.Collections.Immutable;
using CandidateCrm.Candidates;

namespace CandidateCrm.Applications;

/// <summary>The interviews of a tenant, over all candidates.</summary>
public interface IInterviews
{
    /// <summary>
    /// Lists a page of the feedback that interviewers of live applications owe, what is owed longest first, then by candidate, application,
    /// interview and person in ordinal order. A page with fewer rows than asked for is the last one.
    /// </summary>
    /// <param name="after">The last row of the page before; null for the first page. It need not be owed any more.</param>
    /// <param name="max">The largest number of rows: 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<ListedFeedback>> MissingFeedbackAsync(ListedFeedback? after = null, int max = 100, CancellationToken cancellationToken = default);

    /// <summary>Reads the feedback that stands for an application, by whatever id it was told, and the points by criterion; empty where none was given.</summary>
    ValueTask<ImmutableArray<Scorecard>> ScorecardsAsync(CandidateId candidate, JobApplicationId application, CancellationToken cancellationToken = default);
}
