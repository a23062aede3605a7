using System.Collections.Immutable;
using CandidateCrm;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tenants;
using CandidateCrm.Testing;
using CandidateCrm.Timeline;
using NodaTime;
using Quickstart.Reports;
using Spectre.Console;

namespace Quickstart.Company;

/// <summary>What the CRM does about time and rules: a fact told late, a stricter rule from a date on, and a tenant that only observes.</summary>
internal sealed class CompanySequel(CrmHost host, ManualClock clock, TaskList inbox, IAnsiConsole console, CancellationToken cancellationToken)
{
    private static readonly Instant NextMonday = Instant.FromUtc(2026, 6, 28, 22, 0); // Midnight in Berlin.
    private static readonly ExpectationKey Acknowledge = ExpectationKey.From("acknowledge-application");

    internal async Task TellAsync(ImmutableArray<OverduePromise> overdue)
    {
        await TellLateAsync(overdue.Last(late => late.Promise.Key.Subject != PromiseKey.WholeRelationship));
        await PublishAsync();
        await ObserveAsync(host.Of(TenantId.From("another-company")));
    }

    /// <summary>Somebody says today what was done in time: the broken promise was none.</summary>
    private async Task TellLateAsync(OverduePromise late)
    {
        var application = JobApplicationId.From(late.Promise.Key.Subject);
        var told = await host.Crm.RecordAsync(
            new HostFact
            {
                Candidate = late.Candidate,
                EventId = EventId.From($"late:{application}"),
                OccurredAt = late.DueAt - Duration.FromHours(1),
                Actor = CompanyRules.Lead,
                Fact = new ApplicationEnded { Application = application, Disposition = Disposition.Rejected, Reason = ReasonCode.From("requirements") },
            },
            cancellationToken);
        var notice = await host.Crm.ReadTimelineAsync(late.Candidate, cancellationToken: cancellationToken).Select(entry => entry.Entry).OfType<PastCorrected>().LastAsync(cancellationToken);
        var tasks = inbox.Tasks.Count;
        await host.Runner.DrainOutboxAsync(cancellationToken);

        Head("A fact told late");
        console.WriteLine($"{late.Candidate} was turned down an hour before {late.Promise.Key.Expectation} was due; it is told only now.");
        console.WriteLine($"No longer true: {Names(told.Retracted)}.");
        console.WriteLine($"True instead: {Names(told.Derived.Where(e => e.Entry is not (PastCorrected or PromiseVerdictChanged or FindingNoted)))}.");
        console.WriteLine($"Notice: {notice.Retracted} retracted, {notice.Added} added, {notice.Unfounded.Length} handed over in vain; {tasks - inbox.Tasks.Count} task closed.");
        console.WriteLine();
    }

    /// <summary>The company promises more from Monday on, and asks first what that would have meant.</summary>
    private async Task PublishAsync()
    {
        var rules = (await host.Crm.Rules.ReadAsync(cancellationToken)).InForce.Rules;
        var draft = RulesDraft.Of(rules with
        {
            Expectations = [.. rules.Expectations.Select(one => one.Key == Acknowledge && one is OnceExpectation once ? once with { Version = one.Version + 1, Limit = Limit.BusinessDays(1) } : one)],
        });
        var review = await host.Crm.Rules.ReviewAsync(draft, Sample.Of(CompanyHistory.Candidates), cancellationToken);
        var line = review.WhatIf!.Promises.Single(promises => promises.Expectation == Acknowledge);
        var terms = new PublishTerms { By = CompanyRules.Lead, Why = "One day, not two", Expected = review.Position, EffectiveFrom = NextMonday };
        var published = await host.Crm.Rules.PublishAsync(draft, terms, cancellationToken);

        Head("Stricter rules from a date on");
        console.WriteLine($"What if {Acknowledge} had always said one business day: {Words.Count(line.Broken.After)} of {Words.Count(line.Opened.After)} broken, not {Words.Count(line.Broken.Before)}.");
        console.WriteLine($"{published.Status} as position {published.Position}, in force from {Words.At(NextMonday)} UTC: {string.Join(", ", review.Changed)}.");
        foreach (var (day, at) in new[] { ("Friday", clock.GetCurrentInstant()), ("Monday", NextMonday + Duration.FromHours(10)) })
        {
            clock.Set(at);
            var promise = (await ApplyAsync(host.Crm, day)).Promises.Single(promise => promise.Key.Expectation == Acknowledge);
            console.WriteLine($"Who applies on {day}, {Words.At(at)}, hears by {Words.At(promise.DueAt!.Value)} (version {promise.Version}).");
        }

        console.WriteLine();
    }

    /// <summary>Another tenant of the same host has not gone live: everything is decided, and nothing leaves.</summary>
    private async Task ObserveAsync(ITenantCrm other)
    {
        var applied = await ApplyAsync(other, "Monday");
        clock.Set(NextMonday + Duration.FromDays(3));
        await host.Runner.RunDueWorkAsync(cancellationToken);
        await host.Runner.DrainOutboxAsync(cancellationToken);

        Head("A tenant that observes");
        await foreach (var entry in other.ReadTimelineAsync(applied.Relationship!.Key.Candidate, cancellationToken: cancellationToken))
        {
            if (entry.Entry is EffectWithheld withheld)
            {
                console.WriteLine($"{Words.At(entry.OccurredAt)} would have gone out: {withheld.Effect} ({withheld.Reason}).");
            }
        }

        console.WriteLine($"Handed over for {other.Tenant}: {inbox.Tasks.Count(task => task.Relationship.Tenant == other.Tenant)}.");
        console.WriteLine();
    }

    private ValueTask<Recorded> ApplyAsync(ITenantCrm crm, string day) => crm.RecordAsync(
        new HostFact
        {
            Candidate = CandidateId.From($"candidate-{day}"),
            EventId = EventId.From($"{day}:applied"),
            OccurredAt = clock.GetCurrentInstant(),
            Actor = Actor.Candidate,
            Fact = new ApplicationSubmitted { Application = JobApplicationId.From($"{day}-1"), Requisition = RequisitionId.From("opening-01") },
        },
        cancellationToken);

    private void Head(string title) => console.Write(new Text(title + Environment.NewLine, new Style(decoration: Decoration.Bold)));

    private static string Names(IEnumerable<TimelineEvent> entries) => string.Join(", ", entries.Select(entry => EntryTypes.NameOf(entry.Entry)));
}
