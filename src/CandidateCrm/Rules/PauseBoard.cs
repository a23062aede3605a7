using System.Collections.Frozen;
using CandidateCrm.Storage;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>
/// Decides whether something may go out: the one place that is asked, by every sender. Tasks and announcements have no channel; a sender
/// on a channel asks with an origin that names it.
/// </summary>
internal sealed class PauseBoard(IReadOnlyDictionary<PauseScope, Pause> installation, IReadOnlyDictionary<PauseScope, Pause> tenant)
{
    /// <summary>Gets the board of nothing that is paused.</summary>
    internal static PauseBoard Empty { get; } = new(FrozenDictionary<PauseScope, Pause>.Empty, FrozenDictionary<PauseScope, Pause>.Empty);

    /// <summary>Returns the pause that holds an effect up, or null: of several the one that lasts longest, and of those the widest.</summary>
    internal Pause? Holding(EffectRecord effect, Instant now) => Holding(EffectOrigin.Of(effect), now);

    /// <summary>Returns the pause that holds up what comes from somewhere, or null: of several the one that lasts longest, and of those the widest.</summary>
    internal Pause? Holding(EffectOrigin origin, Instant now)
    {
        Pause? holding = null;
        foreach (var pause in Concerning(origin))
        {
            if (pause is not null && pause.IsInForce(now) && (holding is null || holding.Until < (pause.Until ?? Instant.MaxValue)))
            {
                holding = pause;
            }
        }

        return holding;
    }

    /// <summary>Returns every pause that holds up what comes from somewhere: the one that lasts longest first, and of those the widest.</summary>
    internal IEnumerable<Pause> AllHolding(EffectOrigin origin, Instant now) =>
        Concerning(origin).OfType<Pause>().Where(pause => pause.IsInForce(now)).OrderByDescending(pause => pause.Until ?? Instant.MaxValue);

    private IEnumerable<Pause?> Concerning(EffectOrigin origin)
    {
        yield return installation.GetValueOrDefault(PauseScope.Installation);
        if (tenant.Count == 0)
        {
            yield break;
        }

        yield return tenant.GetValueOrDefault(PauseScope.Tenant);
        yield return origin.Feature.IsAssigned ? tenant.GetValueOrDefault(PauseScope.Of(origin.Feature)) : null;
        yield return origin.Definition is { } definition ? tenant.GetValueOrDefault(PauseScope.Of(definition)) : null;
        yield return origin.Channel.IsAssigned ? tenant.GetValueOrDefault(PauseScope.Of(origin.Channel)) : null;
        yield return tenant.GetValueOrDefault(PauseScope.Of(origin.Candidate));
    }
}
