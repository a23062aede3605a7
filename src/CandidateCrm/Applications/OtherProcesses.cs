using System.Collections.Immutable;

namespace CandidateCrm.Applications;

/// <summary>What among the applications of a person may be in the way of a refusal, looked up once for all of them: a person may have thousands.</summary>
internal sealed record OtherProcesses
{
    /// <summary>Gets the one on which the person was hired last; null for none.</summary>
    internal ApplicationState? Hired { get; private init; }

    /// <summary>Gets the first one whose offer stands; null for none.</summary>
    internal ApplicationState? WithOffer { get; private init; }

    /// <summary>Gets the live ones.</summary>
    internal ImmutableArray<ApplicationState> Live { get; private init; } = [];

    internal static OtherProcesses Of(ApplicationsSlice applications)
    {
        ApplicationState? hired = null, withOffer = null;
        var live = ImmutableArray.CreateBuilder<ApplicationState>();
        foreach (var each in applications.All)
        {
            hired = each.Ending is { Disposition: Disposition.Hired } hire && !(hired?.Ending!.At >= hire.At) ? each : hired;
            withOffer ??= StandingOffer.Has(each) ? each : null;
            if (each.IsLive)
            {
                live.Add(each);
            }
        }

        return new OtherProcesses { Hired = hired, WithOffer = withOffer, Live = live.ToImmutable() };
    }
}
