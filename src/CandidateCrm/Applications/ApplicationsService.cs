using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>The desk where commands about applications are given.</summary>
internal sealed class ApplicationsService(TenantId tenant, TenantRules rules, CommandService commands, TimelineReader reader, RelationshipEngine engine, IClock clock) : IApplications
{
    public async ValueTask<MoveDecision> AskAsync(CandidateId candidate, JobApplicationId application, StageKey stage, CancellationToken cancellationToken = default)
    {
        if (!stage.IsAssigned)
        {
            throw new ArgumentException("The stage that is asked for must be assigned.", nameof(stage));
        }

        var relationship = await reader.FindAsync(new RelationshipKey(tenant, candidate), asOf: null, cancellationToken).ConfigureAwait(false);
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        return relationship?.Applications?.Find(application) is { } state
            ? CommandRules.Move(state, engine.InForceAt(log, clock.GetCurrentInstant()).Rules, stage)
            : new MoveDecision { Target = stage, Code = FindingCodes.ApplicationUnknown, Sentence = CommandService.Unknown };
    }

    public ValueTask<ApplicationAnswer> MoveAsync(CandidateId candidate, ApplicationMove move, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(move);
        var fact = new StageEntered { Application = move.Application, Stage = move.Stage, Reason = move.Reason };
        return commands.RunAsync(
            candidate,
            new ApplicationCommand { Id = move.Id, By = by, Fact = fact, Refuse = (state, compiled) => CommandRules.RefuseMove(state, compiled, move.Stage) },
            cancellationToken);
    }

    public ValueTask<ApplicationAnswer> RejectAsync(CandidateId candidate, ApplicationRejection rejection, HumanReviewer by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        ArgumentNullException.ThrowIfNull(by);
        var fact = new ApplicationEnded { Application = rejection.Application, Disposition = Disposition.Rejected, Reason = rejection.Reason };
        return commands.RunAsync(
            candidate,
            new ApplicationCommand { Id = rejection.Id, By = Actor.Of(by.Person), Fact = fact, Refuse = (state, compiled) => CommandRules.RefuseRejection(state, compiled, rejection.Reason) },
            cancellationToken);
    }

    public ValueTask<ApplicationAnswer> ReviewAsync(CandidateId candidate, ApplicationReview review, HumanReviewer by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(by);
        var fact = new ApplicationReviewed { Application = review.Application };
        return commands.RunAsync(
            candidate,
            new ApplicationCommand { Id = review.Id, By = Actor.Of(by.Person), Fact = fact, Refuse = (state, _) => CommandRules.RefuseReview(state) },
            cancellationToken);
    }

    public ValueTask<ApplicationAnswer> ReopenAsync(CandidateId candidate, ApplicationReopening reopening, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reopening);
        var fact = new ApplicationReopened { Application = reopening.Application, Stage = reopening.Stage, Reason = reopening.Reason };
        return commands.RunAsync(
            candidate,
            new ApplicationCommand { Id = reopening.Id, By = by, Fact = fact, Refuse = (state, compiled) => CommandRules.RefuseReopening(state, compiled, reopening.Stage) },
            cancellationToken);
    }

    public ValueTask<ApplicationAnswer> TransferAsync(CandidateId candidate, ApplicationTransfer transfer, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        var fact = new ApplicationTransferred { Application = transfer.Application, Requisition = transfer.Requisition, Pipeline = transfer.Pipeline, Reason = transfer.Reason };
        return commands.RunAsync(
            candidate,
            new ApplicationCommand { Id = transfer.Id, By = by, Fact = fact, Refuse = (state, compiled) => CommandRules.RefuseTransfer(state, compiled, transfer) },
            cancellationToken);
    }

    public async ValueTask<ImmutableArray<StageVisit>> VisitsAsync(CandidateId candidate, JobApplicationId application, CancellationToken cancellationToken = default)
    {
        var key = new RelationshipKey(tenant, candidate);
        var now = await reader.LatestAsync(key, cancellationToken).ConfigureAwait(false);
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var told = await reader.ReadAsync(key, now, cancellationToken).ConfigureAwait(false);
        var relationship = await reader.FindAsync(key, asOf: null, cancellationToken).ConfigureAwait(false);
        var history = new VisitHistory(relationship?.Applications?.Find(application)?.Application ?? application);
        engine.Observed(key, told, log, now, history);
        return history.Visits;
    }

    public async ValueTask<ImmutableArray<ApplicationMemory>> RememberAsync(CandidateId candidate, CancellationToken cancellationToken = default)
    {
        var relationship = await reader.FindAsync(new RelationshipKey(tenant, candidate), asOf: null, cancellationToken).ConfigureAwait(false);
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        return ApplicationMemories.Of(relationship?.Applications, log.At(clock.GetCurrentInstant()).Dispositions);
    }
}
