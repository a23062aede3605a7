using System.Globalization;
using CandidateCrm.Applications;
using CandidateCrm.Lifecycle;

namespace GreenhouseBridge.Mapping;

/// <summary>Applications and prospects, from the first word to the end and back. Each payload shows the whole application, whatever happened to it.</summary>
internal static class ApplicationPayloads
{
    internal static void ApplicationCreated(MappedPayload into)
    {
        var said = Shown(into);
        if (said.Stage.IsAssigned)
        {
            TellMove(into, said, Moment.OfInstant(said.AppliedAt) ?? said.Latest());
        }
    }

    internal static void ProspectCreated(MappedPayload into) => Shown(into);

    internal static void ApplicationUpdated(MappedPayload into)
    {
        var said = Shown(into);
        TellPassingStage(into, said, said.Latest(), LineOrder.Stage);
        if (said is { Status: "rejected", RejectedAt: not null })
        {
            TellRejection(into, said, rank: 1);
        }
    }

    internal static void StageChanged(MappedPayload into)
    {
        var said = Shown(into);
        if (said.Stage.IsAssigned)
        {
            TellMove(into, said, said.Latest());
        }
    }

    internal static void Rejected(MappedPayload into)
    {
        var said = Shown(into);
        TellPassingStage(into, said, Moment.OfInstant(said.RejectedAt) ?? said.Latest(), LineOrder.StageAtEnd);
        TellRejection(into, said, rank: 0);
    }

    internal static void Unrejected(MappedPayload into) => TellReopened(into, "unrejected");

    internal static void Unhired(MappedPayload into) => TellReopened(into, "unhired");

    /// <summary>The payload is leaner than the others: the candidate's id stands beside the application's.</summary>
    internal static void ApplicationDeleted(MappedPayload into)
    {
        var application = into.Fields.Object("application");
        var id = application.Id("id");
        var candidate = Subject.Candidate(application.Id("candidate_id"));
        into.Link(Subject.Application(id), candidate);
        TellRemoved(into, candidate, id);
    }

    internal static void TellRemoved(MappedPayload into, Subject candidate, long application) => into.Tell(
        candidate,
        string.Create(CultureInfo.InvariantCulture, $"application:{application}:removed"),
        null,
        LineOrder.Removed,
        new ApplicationRemoved { Application = JobApplicationId.From(application.ToString(CultureInfo.InvariantCulture)) });

    /// <summary>Tells whether the candidate may be written to. Every payload repeats it; only a change of it becomes a fact.</summary>
    internal static void TellContact(MappedPayload into, Subject candidate, bool? mayContact, Moment? said)
    {
        if (mayContact is { } may)
        {
            into.Tell(new Telling
            {
                Subject = candidate,
                Key = "can-email",
                Moment = said ?? Moment.Of(into.ReceivedAt),
                Order = may ? LineOrder.MayContact : LineOrder.MayNotContact,
                Fact = may ? new ContactBarLifted() : new ContactBarred { Reason = ReasonCode.From("can-email-false") },
                Rule = TellingRule.Change,
                Topic = "can-email",
                IsInitial = may,
            });
        }
    }

    /// <summary>Tells what every payload about an application shows: whose it is, that it began, and whether the candidate may be written to.</summary>
    private static ApplicationReading Shown(MappedPayload into)
    {
        var said = ApplicationReading.Of(into);
        if (into.Findings.Count > 0)
        {
            return said;
        }

        into.Link(Subject.Application(said.Id), said.Subject);
        TellContact(into, said.Subject, said.MayContact, said.Latest());
        if (said.AppliedAt is { } at)
        {
            TellBeginning(into, said, Moment.Of(at));
        }

        return said;
    }

    /// <summary>
    /// An application begins once. The payload that announces it counts; without one, the best that another shows in passing, so that a web hook
    /// that was switched on later is no loss.
    /// </summary>
    private static void TellBeginning(MappedPayload into, ApplicationReading said, Moment at)
    {
        var isAnnounced = into.Action is "new_candidate_application" or "new_prospect_application";
        into.Tell(new Telling
        {
            Subject = said.Subject,
            Key = said.Key(said.IsProspect ? "prospect" : "submitted"),
            Moment = at,
            Order = LineOrder.Began,
            Fact = said.IsProspect
                ? new ProspectAdded { Application = said.Application, Requisition = said.Requisition, Source = said.Source }
                : new ApplicationSubmitted { Application = said.Application, Requisition = said.Requisition, Source = said.Source },
            Rule = TellingRule.Best,
            Topic = said.Key("began"),
            Rank = (isAnnounced ? 0 : 2) + (said.Requisition.IsAssigned ? 0 : 1) - (said.IsProspect ? 10 : 0),
        });
        if (!said.IsProspect && said.Requisition.IsAssigned)
        {
            TellConversion(into, said);
        }
    }

    /// <summary>Who was a prospect and is none any more has become an applicant; of anybody else this says nothing.</summary>
    private static void TellConversion(MappedPayload into, ApplicationReading said) => into.Tell(new Telling
    {
        Subject = said.Subject,
        Key = said.Key("converted"),
        Moment = said.Latest() ?? Moment.Of(into.ReceivedAt),
        Order = LineOrder.Converted,
        Fact = new ProspectConverted { Application = said.Application, Requisition = said.Requisition },
        Rule = TellingRule.Best,
        Topic = said.Key("converted"),
        Needs = said.Key("prospect"),
    });

    private static void TellMove(MappedPayload into, ApplicationReading said, Moment? at) => into.Tell(Stage(into, said, at) with { Rule = TellingRule.Each });

    /// <summary>Tells the stage that a payload about something else shows. It counts only where no move into that stage was told: the move knows since when.</summary>
    private static void TellPassingStage(MappedPayload into, ApplicationReading said, Moment? at, int order)
    {
        if (said.Stage.IsAssigned)
        {
            into.Tell(Stage(into, said, at) with { Rule = TellingRule.Best, Order = order });
        }
    }

    private static Telling Stage(MappedPayload into, ApplicationReading said, Moment? at) => new()
    {
        Subject = said.Subject,
        Key = said.Key("stage"),
        Moment = at ?? Moment.Of(into.ReceivedAt),
        Order = LineOrder.Stage,
        Fact = new StageEntered { Application = said.Application, Stage = said.Stage, Category = said.Category },
        Topic = said.Key("stage:" + said.Stage),
    };

    /// <summary>A rejection has its own instant; told again with another reason it is the same one, and the payload that announces it counts.</summary>
    private static void TellRejection(MappedPayload into, ApplicationReading said, int rank)
    {
        var at = Moment.OfInstant(said.RejectedAt) ?? said.Latest() ?? Moment.Of(into.ReceivedAt);
        into.Tell(new Telling
        {
            Subject = said.Subject,
            Key = said.Key("rejected"),
            Moment = at,
            Order = LineOrder.Rejected,
            Fact = new ApplicationEnded { Application = said.Application, Disposition = said.Disposition, Reason = said.Reason },
            Rule = TellingRule.Best,
            Topic = said.Key("rejected:" + at.At),
            Rank = rank,
        });
    }

    private static void TellReopened(MappedPayload into, string what)
    {
        var said = Shown(into);
        into.Tell(said.Subject, said.Key(what), said.Latest(), LineOrder.Reopened, new ApplicationReopened { Application = said.Application, Stage = said.Stage });
        TellPassingStage(into, said, said.Latest(), LineOrder.StageAfter);
    }
}
