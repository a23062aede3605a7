using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>The one form of a list of interviewers, so that the same people are the same list.</summary>
internal static class InterviewPanel
{
    /// <summary>The largest number of interviewers.</summary>
    internal const int MostInterviewers = 32;

    internal static ImmutableArray<PersonId> Of(ImmutableArray<PersonId> interviewers)
    {
        ImmutableArray<PersonId> sorted = interviewers.IsDefaultOrEmpty
            ? []
            : [.. interviewers.Distinct().OrderBy(person => person.ToString(), StringComparer.Ordinal)];
        return sorted.Length <= MostInterviewers && sorted.All(person => person.IsAssigned)
            ? sorted
            : throw new ArgumentException($"An interview has at most {MostInterviewers} interviewers, each named by an id.", nameof(interviewers));
    }
}
