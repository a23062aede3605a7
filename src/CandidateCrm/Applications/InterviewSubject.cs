namespace CandidateCrm.Applications;

/// <summary>Names an interview in the key of an effect: application and interview with a tab between, which no id holds.</summary>
internal static class InterviewSubject
{
    private const char Tab = '\t';

    internal static string Of(JobApplicationId application, InterviewId interview) => $"{application}{Tab}{interview}";

    /// <summary>Returns the two ids of a subject, or null where it is not about an interview.</summary>
    internal static (string Application, string Interview)? PartsOf(string subject) =>
        subject.Split(Tab) is [var application, var interview] ? (application, interview) : null;
}
