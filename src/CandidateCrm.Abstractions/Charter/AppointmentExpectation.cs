using CandidateCrm.Timeline;

namespace CandidateCrm.Charter;

/// <summary>
/// A fixed instant, such as «we call you on Friday at 13:00». It is what the fact that opens it says: the one of <see cref="ContactPromised"/>, or an
/// attribute of a custom fact. An instant that is over when it is told opens nothing and is a finding.
/// </summary>
public sealed record AppointmentExpectation : TimedExpectation
{
    /// <summary>Gets the attribute of a custom fact that holds the instant; unassigned where only <see cref="ContactPromised"/> opens it.</summary>
    public FactCode Attribute { get; init; }

    /// <summary>Gets what a further trigger does while a promise about the same subject runs; another one is opened by default.</summary>
    public AgainRule Again { get; init; }
}
