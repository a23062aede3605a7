using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Models to begin with, each with a key of its own; a tenant publishes its own when it knows better.</summary>
public static class DefaultScoring
{
    /// <summary>
    /// Gets the score <c>engagement</c>, version 1: how much a candidate turns to us of their own accord. Its reasons:
    /// <list type="bullet">
    /// <item>The more effort an act costs the candidate, the more it weighs and the longer it lasts: a page visit 1 for 14 days, a click 2 for 21, a reply 8 for 30, a conversation 10 and an event 12 for 60, an interview 20 for 90, an application 25 for 180.</item>
    /// <item>What we do counts nothing: a delivered mail has the weight 0, shown and not counted. A fetch by a machine has the weight 0 as well, since nobody read anything.</item>
    /// <item>Opens and visits are cheap and come in bursts: they saturate, and mail without a reply can give 10 at most, so that nobody becomes hot by reading.</item>
    /// <item>Turning away weighs against and is remembered longer than it took: an unsubscription −15 for 90 days, a complaint −30 for 180, a missed interview −10, a withdrawal −10. Turning away from one thing is no verdict on a person, so the score has a floor of 0.</item>
    /// <item>Bands: warm from 10 (a reply and a click), left below 8; hot from 30 (an application and a conversation), left below 24. A fifth of hysteresis is about ten days of a half-life of 30, so that a band does not flicker between two mails.</item>
    /// </list>
    /// </summary>
    public static ScoringModel Recruiting { get; } = ScoringModel.Named("engagement")
        .Group("mail", cap: 10)
        .Signal(TouchKinds.EmailDelivered, 0)
        .Signal(TouchKinds.EmailOpenedByMachine, 0)
        .Signal(TouchKinds.EmailOpened, 1, Duration.FromDays(14), limits => limits.SaturatingAt(5).In("mail"))
        .Signal(TouchKinds.EmailClicked, 2, Duration.FromDays(21), limits => limits.SaturatingAt(10).In("mail"))
        .Signal(TouchKinds.EmailReplied, 8, Duration.FromDays(30), limits => limits.CappedAt(24))
        .Signal(TouchKinds.MessageReplied, 8, Duration.FromDays(30), limits => limits.CappedAt(24))
        .Signal(TouchKinds.PageVisited, 1, Duration.FromDays(14), limits => limits.SaturatingAt(8))
        .Signal(TouchKinds.ProfileUpdated, 6, Duration.FromDays(60), limits => limits.CappedAt(12))
        .Signal(TouchKinds.SurveyAnswered, 4, Duration.FromDays(60), limits => limits.CappedAt(12))
        .Signal(TouchKinds.CallHeld, 10, Duration.FromDays(60), limits => limits.CappedAt(30))
        .Signal(TouchKinds.MeetingHeld, 10, Duration.FromDays(60), limits => limits.CappedAt(30))
        .Signal(TouchKinds.EventAttended, 12, Duration.FromDays(60), limits => limits.CappedAt(24))
        .Signal(TouchKinds.ReferralMade, 12, Duration.FromDays(90), limits => limits.CappedAt(24))
        .Signal(TouchKinds.InterviewHeld, 20, Duration.FromDays(90), limits => limits.CappedAt(60))
        .Signal(TouchKinds.ApplicationSubmitted, 25, Duration.FromDays(180), limits => limits.CappedAt(50))
        .Signal(TouchKinds.ApplicationWithdrawn, -10, Duration.FromDays(90))
        .Signal(TouchKinds.InterviewMissed, -10, Duration.FromDays(90))
        .Signal(TouchKinds.EmailUnsubscribed, -15, Duration.FromDays(90))
        .Signal(TouchKinds.EmailComplained, -30, Duration.FromDays(180))
        .Floor(0)
        .Ceiling(100)
        .Band("cold")
        .Band("warm", enter: 10, exit: 8)
        .Band("hot", enter: 30, exit: 24)
        .Build();

    /// <summary>
    /// Gets the score <c>engagement-fast</c>, version 1: <see cref="Recruiting"/> with every half-life halved. For trades where people are hired within days, such as retail, logistics and
    /// seasonal work: who was keen a month ago works elsewhere.
    /// </summary>
    public static ScoringModel Fast { get; } = Paced("engagement-fast", pace: 0.5);

    /// <summary>
    /// Gets the score <c>engagement-slow</c>, version 1: <see cref="Recruiting"/> with every half-life doubled. For rare skills and leaders, who talk to us once a year and mean it.
    /// </summary>
    public static ScoringModel Slow { get; } = Paced("engagement-slow", pace: 2);

    /// <summary>
    /// Gets the score <c>engagement-half-year</c>, version 1: from very high to inactive in six months. One half-life of 45 days for all and nothing that caps or saturates, so that a score is
    /// halved every 45 days whatever it is made of: who stands at the 64 of <c>very-high</c> and is not heard of again is left below the 4 of <c>engaged</c>, and so <c>inactive</c>, after four half-lives,
    /// 180 days; twice the score lasts 45 days longer. Weights are powers of two, so that steps read as half-lives: an application (32) is worth one more of them than an interview (16).
    /// </summary>
    public static ScoringModel HalfYear { get; } = MakeHalfYear();

    private static IEnumerable<(TouchKind Kind, decimal Weight)> HalfYearWeights =>
    [
        (TouchKinds.EmailOpened, 0.5m), (TouchKinds.EmailClicked, 1), (TouchKinds.EmailReplied, 8), (TouchKinds.MessageReplied, 8), (TouchKinds.PageVisited, 0.5m),
        (TouchKinds.ProfileUpdated, 4), (TouchKinds.SurveyAnswered, 4), (TouchKinds.CallHeld, 8), (TouchKinds.MeetingHeld, 8), (TouchKinds.EventAttended, 8), (TouchKinds.ReferralMade, 8),
        (TouchKinds.InterviewHeld, 16), (TouchKinds.ApplicationSubmitted, 32), (TouchKinds.ApplicationWithdrawn, -8), (TouchKinds.InterviewMissed, -8), (TouchKinds.EmailUnsubscribed, -16),
        (TouchKinds.EmailComplained, -32),
    ];

    private static ScoringModel Paced(string key, double pace) => Recruiting with
    {
        Key = ScoreKey.From(key),
        Signals = [.. Recruiting.Signals.Select(signal => signal with { HalfLife = signal.HalfLife * pace })],
    };

    private static ScoringModel MakeHalfYear()
    {
        var model = ScoringModel.Named("engagement-half-year").Signal(TouchKinds.EmailDelivered, 0).Signal(TouchKinds.EmailOpenedByMachine, 0);
        foreach (var (kind, weight) in HalfYearWeights)
        {
            model.Signal(kind, weight, Duration.FromDays(45));
        }

        return model.Floor(0).Band("inactive").Band("engaged", enter: 8, exit: 4).Band("very-high", enter: 64, exit: 32).Build();
    }
}
