using CandidateCrm.Engagement;
using CandidateCrm.Work;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>What the host has registered, as far as rules rely on it: what they ask for must go somewhere.</summary>
internal sealed class RulesSurroundings(IServiceProviderIsService registered, IEnumerable<EventSubscription> subscriptions)
{
    private readonly HashSet<string> _handled = [.. subscriptions.Select(s => s.Event)];

    /// <summary>Gets what fit is asked over; null where the host has registered nothing.</summary>
    internal IFitSubject? Fit { get; init; }

    /// <summary>Gets the clock by which justifications of proxies are in force or not.</summary>
    internal required IClock Clock { get; init; }

    internal IEnumerable<RulesFault> FaultsOf(CrmRules rules)
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

        foreach (var (model, fault) in rules.Fits.SelectMany(model => Fit?.FaultsOf(model, Clock.GetCurrentInstant()).Select(fault => (model, fault)) ?? []))
        {
            yield return new RulesFault { Code = fault.Code, Where = $"fit {model.Key}: {fault.Where}", Sentence = fault.Sentence };
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
