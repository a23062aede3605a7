using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Candidates;

namespace CandidateCrm.Jobs;

/// <summary>Says what a job does, such as <c>rules-carry</c>: 1 to 64 lower-case letters, digits and the marks <c>- _ .</c>, beginning with a letter or digit.</summary>
public readonly record struct JobKind : IHostText<JobKind>
{
    private readonly string? _value;

    private JobKind(string value) => _value = value;

    /// <summary>Gets the kind that carries a change of rules to everybody whom it concerns, once it is in force.</summary>
    public static JobKind RulesCarry { get; } = new("rules-carry");

    /// <summary>Gets the kind that takes the facts of a batch back.</summary>
    public static JobKind RetractBatch { get; } = new("retract-batch");

    /// <summary>Gets the kind that tries features again that failed.</summary>
    public static JobKind RedriveFaults { get; } = new("redrive-faults");

    /// <summary>Gets the kind that tells everybody in process that their requisition was closed.</summary>
    public static JobKind CloseRequisition { get; } = new("close-requisition");

    /// <summary>Gets the kind that scores everybody again from the timeline.</summary>
    public static JobKind Rescore { get; } = new("rescore");

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "job kind");

    static JobKind IHostText<JobKind>.From(string text) => new(HostText.Code(text, "A job kind"));

    static bool IHostText<JobKind>.TryFrom([NotNullWhen(true)] string? text, out JobKind value)
    {
        value = HostText.IsCode(text) ? new JobKind(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
