using CandidateCrm.Candidates;
using CandidateCrm.Tests.Timeline;

namespace CandidateCrm.Tests.Model;

/// <summary>One thing that happens to the CRM.</summary>
internal sealed record ModelStep
{
    /// <summary>Gets what happens, in words.</summary>
    internal required string Text { get; init; }

    internal required Func<ModelWorld, CrmUnderTest, Task> Do { get; init; }

    /// <summary>Gets the tenant it belongs to; null where it is for all.</summary>
    internal TenantId? Tenant { get; init; }

    /// <summary>Gets a value indicating whether the second process does it.</summary>
    internal bool OnSecondNode { get; init; }

    /// <summary>Gets how far the clock moves first.</summary>
    internal Duration Wait { get; init; }

    /// <summary>Gets how far the step itself moves the clock.</summary>
    internal Duration Within { get; init; }

    /// <summary>Gets at which call of its store the process dies and does the step again; 0 for none.</summary>
    internal int DiesAt { get; init; }

    internal bool DiesAfterTheCall { get; init; }

    public override string ToString()
    {
        var death = DiesAt == 0 ? string.Empty : $" (dies {(DiesAfterTheCall ? "after" : "before")} call {DiesAt}, comes back after an hour, does it again)";
        return $"{(Tenant is { } tenant ? $"{tenant}: " : string.Empty)}{Text}{(OnSecondNode ? " on the second node" : string.Empty)}{death}";
    }
}
