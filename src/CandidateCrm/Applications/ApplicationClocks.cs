using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>What of applications changes with time alone: reminders come, dates to choose from lapse, offers expire, drafts are abandoned, what waited is shown to candidates.</summary>
internal static class ApplicationClocks
{
    /// <summary>Returns when the first of them changes, or null. Of somebody who was erased, or goes on elsewhere, nothing does.</summary>
    internal static Instant? Next(Draft draft)
    {
        Instant? next = null;
        var holds = draft.Candidate?.Holds;
        foreach (var application in OverlayGate.Rests(holds) ? [] : draft.Applications?.All ?? [])
        {
            next = Earlier(Earlier(next, PublicStatusStep.Next(application)), Earlier(DraftStep.Next(application, holds), ExpiryOf(application)));
            foreach (var interview in application.Interviews)
            {
                next = Earlier(Earlier(next, interview.BookBy), interview.Reminders.IsEmpty ? null : interview.Reminders[0].At);
            }
        }

        return next;
    }

    /// <summary>Lets happen what is due.</summary>
    internal static ApplicationsSlice Ring(FoldPass pass, ApplicationsSlice slice)
    {
        var all = slice.All;
        for (var i = 0; i < all.Length; i++)
        {
            var rung = PublicStatusStep.Wait(pass, DraftStep.Wait(pass, Arrange(pass, all[i])));
            all = ReferenceEquals(rung, all[i]) ? all : all.SetItem(i, rung);
        }

        return new ApplicationsSlice { All = all };
    }

    /// <summary>Forgets what would still come by time alone, because the person was erased.</summary>
    internal static void Stop(FoldPass pass) => Change(pass, application => application with
    {
        AbandonsAt = null,
        Interviews = [.. application.Interviews.Select(interview => interview with { Reminders = [], BookBy = null })],
        Public = application.Public is { } standing ? standing with { Waiting = null } : null,
    });

    /// <summary>Forgets reminders that would have come while the person went on elsewhere: what is past needs no reminder.</summary>
    internal static void Skip(FoldPass pass) => Change(pass, application => application with
    {
        Interviews = [.. application.Interviews.Select(interview => interview with { Reminders = [.. interview.Reminders.Where(reminder => reminder.At >= pass.At)] })],
    });

    private static void Change(FoldPass pass, Func<ApplicationState, ApplicationState> change) =>
        pass.Draft.Applications = pass.Draft.Applications is { } slice ? new ApplicationsSlice { All = [.. slice.All.Select(change)] } : null;

    /// <summary>Returns the highest number that an interview or an offer of an application ever had; 0 for none.</summary>
    internal static int HighestNumber(ApplicationState application)
    {
        var highest = Math.Max(application.Numbers, application.Offer?.Number ?? 0);
        foreach (var interview in application.Interviews)
        {
            highest = Math.Max(highest, interview.Number);
        }

        return highest;
    }

    private static ApplicationState Arrange(FoldPass pass, ApplicationState application)
    {
        if (application is { Offer: null, Interviews.IsEmpty: true } or { Ending: not null })
        {
            return application;
        }

        var interviews = application.Interviews;
        for (var i = 0; i < interviews.Length; i++)
        {
            interviews = interviews.SetItem(i, Lapse(pass, application, Remind(pass, application, interviews[i])));
        }

        return application with { Interviews = interviews, Offer = Expire(pass, application) };
    }

    private static InterviewState Remind(FoldPass pass, ApplicationState application, InterviewState interview)
    {
        var due = 0;
        for (; due < interview.Reminders.Length && interview.Reminders[due].At <= pass.At; due++)
        {
            pass.Raise(new InterviewApproaching
            {
                Application = application.Application,
                Interview = interview.Interview,
                Reminder = interview.Reminders[due].Reminder,
                StartsAt = interview.StartsAt!.Value,
                Ordinal = interview.Number,
            });
        }

        return due == 0 ? interview : interview with { Reminders = interview.Reminders.RemoveRange(0, due) };
    }

    private static InterviewState Lapse(FoldPass pass, ApplicationState application, InterviewState interview)
    {
        if (interview.BookBy is not { } until || until > pass.At)
        {
            return interview;
        }

        pass.Raise(new InterviewBookingLapsed { Application = application.Application, Interview = interview.Interview, Until = until, Ordinal = interview.Number });
        return interview with { Status = InterviewMachine.TargetOf(InterviewTrigger.Lapse), Since = pass.At, BookBy = null };
    }

    private static OfferState? Expire(FoldPass pass, ApplicationState application)
    {
        if (application.Offer is not { } offer || !(ExpiryOf(application) <= pass.At))
        {
            return application.Offer;
        }

        pass.Raise(new OfferLapsed { Application = application.Application, Offer = offer.Offer, AnswerBy = offer.AnswerBy!.Value, Ordinal = offer.Number });
        return offer with { Status = OfferMachine.TargetOf(OfferTrigger.Expire), Since = pass.At };
    }

    private static Instant? ExpiryOf(ApplicationState application) => application is { Ending: null, Offer: { Status: OfferStatus.Made } offer } ? offer.AnswerBy : null;

    private static Instant? Earlier(Instant? a, Instant? b) => a is null || b < a ? b ?? a : a;
}
