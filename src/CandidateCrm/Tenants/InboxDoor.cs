using System.Collections.Immutable;
using System.Data.Common;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using CandidateCrm.Work;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>The second door: takes facts into the inbox and decides nothing.</summary>
internal sealed class InboxDoor(TenantId tenant, ICrmInbox inbox, TenantRules rules, IClock clock)
{
    /// <summary>Takes in what is well-formed, in one append, and answers for each fact in its place.</summary>
    internal async ValueTask<ImmutableArray<Submitted>> SubmitAsync(IReadOnlyList<HostFact?> facts, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        using var activity = CrmDiagnostics.Source.StartActivity("candidatecrm.submit");
        var now = clock.GetCurrentInstant();
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var answers = ImmutableArray.CreateBuilder<Submitted>(facts.Count);
        var admitted = ImmutableArray.CreateBuilder<TimelineEvent>(facts.Count);
        foreach (var fact in facts)
        {
            var (one, refusal) = Door.Admit(tenant, fact, now, log);
            if (one is not null)
            {
                admitted.Add(one);
            }

            var status = one is null ? SubmitStatus.Refused : SubmitStatus.Accepted;
            answers.Add(new Submitted { Event = fact?.EventId ?? default, Status = status, Refusal = refusal });
        }

        if (admitted.Count > 0)
        {
            var append = new InboxAppend { Tenant = tenant, Facts = admitted.DrainToImmutable(), Transaction = transaction };
            await inbox.AppendAsync(append, cancellationToken).ConfigureAwait(false);
        }

        foreach (var answer in answers)
        {
            CrmDiagnostics.FactSubmitted(answer.Status);
        }

        return answers.MoveToImmutable();
    }
}
