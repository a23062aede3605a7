using System.Globalization;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Testing;

/// <summary>One live application of a generated history: its interview and its offer, in an order that could have been.</summary>
internal sealed class LiveWalk(JobApplicationId application)
{
    private static readonly PersonId Interviewer = PersonId.From("interviewer-1");

    private int _interviews;
    private bool _isPlanned;
    private bool _isFeedbackOwed;
    private bool _isOffered;

    internal JobApplicationId Application => application;

    private InterviewId Current => InterviewId.From(string.Create(CultureInfo.InvariantCulture, $"{_interviews}"));

    internal IInterviewFact Interview(RepeatableRandom random, Instant now)
    {
        if (_isFeedbackOwed)
        {
            _isFeedbackOwed = false;
            return new FeedbackGiven { Application = application, Interview = Current, By = Interviewer };
        }

        if (!_isPlanned)
        {
            _isPlanned = true;
            _interviews++;
            return new InterviewScheduled { Application = application, Interview = Current, StartsAt = Later(random, now), Interviewers = [Interviewer] };
        }

        var way = random.Next(8);
        _isPlanned = way == 0;
        _isFeedbackOwed = way > 2;
        return way switch
        {
            0 => new InterviewRescheduled { Application = application, Interview = Current, StartsAt = Later(random, now) },
            1 => new InterviewCancelled { Application = application, Interview = Current },
            2 => new InterviewMissed { Application = application, Interview = Current, By = Absentee.Candidate },
            _ => new InterviewHeld { Application = application, Interview = Current },
        };
    }

    internal IOfferFact Offer(RepeatableRandom random, Instant now)
    {
        if (!_isOffered)
        {
            _isOffered = true;
            return new OfferMade { Application = application, AnswerBy = Later(random, now) };
        }

        _isOffered = false;
        return random.Next(3) switch
        {
            0 => new OfferDeclined { Application = application },
            1 => new OfferWithdrawn { Application = application },
            _ => new OfferAccepted { Application = application },
        };
    }

    private static Instant Later(RepeatableRandom random, Instant now) => now + Duration.FromHours(24 + random.Next(14 * 24));
}
