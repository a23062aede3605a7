namespace CandidateCrm.Applications;

/// <summary>A fact about one interview of an application.</summary>
public interface IInterviewFact : IApplicationFact
{
    /// <summary>Gets the interview; an application has it once.</summary>
    InterviewId Interview { get; }
}
