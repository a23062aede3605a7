using System.Collections.Immutable;
using CandidateCrm.Engagement;
using CandidateCrm.Segments;
using CandidateCrm.Work;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>What the host has registered, as far as rules rely on it: what they ask for must go somewhere.</summary>
internal sealed class RulesSurroundings(IServiceProviderIsService registered, IEnumerable<EventSubscription> subscriptions)
{
    private readonly HashSet<string> _handled = [.. subscriptions.Select(s => s.Event)];

    /// <summary>Gets what fit is asked over.</summary>
    internal required FitSubjects Fit { get; init; }

    /// <summary>Gets the clock, for what is judged when the process starts.</summary>
    internal required IClock Clock { get; init; }

    /// <summary>Lists the faults of rules that come into force at once, where nothing can be awaited.</summary>
    internal ImmutableArray<RulesFault> FaultsOf(CrmRules rules) =>
        [.. Unserved(rules), .. Unjustified(rules, Clock.GetCurrentInstant()), .. rules.Fits.IsEmpty || !Fit.IsThere ? [] : Fit.With(subject => FieldFaults(rules, subject, Clock.GetCurrentInstant()))];

    /// <summary>Lists the faults of rules that come into force at an instant, by which justifications of proxies have to be in force.</summary>
    internal async ValueTask<ImmutableArray<RulesFault>> FaultsOfAsync(CrmRules rules, Instant from) =>
        [.. Unserved(rules), .. Unjustified(rules, from), .. rules.Fits.IsEmpty || !Fit.IsThere ? [] : await Fit.WithAsync(subject => ValueTask.FromResult(FieldFaults(rules, subject, from))).ConfigureAwait(false)];

    private static ImmutableArray<RulesFault> FieldFaults(CrmRules rules, IFitSubject subject, Instant at) =>
    [
        .. from model in rules.Fits
           from fault in subject.FaultsOf(model, at)
           select new RulesFault { Code = fault.Code, Where = $"fit {model.Key}: {fault.Where}", Sentence = fault.Sentence },
    ];

    private static IEnumerable<RulesFault> Unjustified(CrmRules rules, Instant at) =>
        from segment in rules.Segments.IsEmpty ? [] : TenantSegments.Of(rules).All
        let ended = segment.Predicate?.Proxies.Where(proxy => !proxy.Justification!.IsInForce(at)).Select(proxy => proxy.Name).ToArray() ?? []
        where ended.Length > 0
        select new RulesFault
        {
            Code = SegmentFaultCodes.ProtectedField,
            Where = $"segment {segment.Key}",
            Sentence = $"The justification of «{string.Join("», «", ended)}» ended: a proxy needs one in force that says who, why and until when.",
        };

    private IEnumerable<RulesFault> Unserved(CrmRules rules)
    {
        if (rules.Expectations.Any(e => e.TaskWhenBroken) && !registered.IsService(typeof(ITaskInbox)))
        {
            yield return new RulesFault
            {
                Code = PublishFaultCodes.NoTaskInbox,
                Where = "rules",
                Sentence = "Tasks are opened when promises are broken, but there is no inbox for them. Call UseTaskInbox<TInbox>(), or say TaskWhenBroken = false.",
            };
        }

        foreach (var unheard in rules.Announced.Where(e => !_handled.Contains(e)))
        {
            yield return new RulesFault
            {
                Code = PublishFaultCodes.AnnouncementUnheard,
                Where = $"announcement {unheard}",
                Sentence = "Nothing handles it. Call AddEventHandler<TEvent, THandler>(), or do not announce it.",
            };
        }
    }
}
