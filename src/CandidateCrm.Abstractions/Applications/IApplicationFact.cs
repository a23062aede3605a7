using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>A fact about one application.</summary>
public interface IApplicationFact : IFact
{
    /// <summary>Gets the application.</summary>
    JobApplicationId Application { get; }
}
