using CandidateCrm.Charter;
using CandidateCrm.Relationships;

namespace CandidateCrm.Audit;

/// <summary>A question why something did not happen: one of the nested records.</summary>
public abstract record WhyNot
{
    private WhyNot()
    {
    }

    /// <summary>Asks why an expectation opened no promise.</summary>
    public static WhyNot Opened(ExpectationKey expectation, string? subject = null) => new PromiseOpened { Expectation = expectation, Subject = subject };

    /// <summary>Asks why a promise was not kept in time.</summary>
    public static WhyNot Kept(PromiseKey promise) => new PromiseKept { Promise = promise };

    /// <summary>Asks why an effect, such as a task or an announcement, was not handed over. The task of a broken promise is the effect <c>task</c> of its expectation.</summary>
    public static WhyNot Handed(EffectKey effect) => new HandedOver { Effect = effect };

    /// <summary>Why was no promise opened?</summary>
    public sealed record PromiseOpened : WhyNot
    {
        /// <summary>Gets the expectation.</summary>
        public required ExpectationKey Expectation { get; init; }

        /// <summary>Gets the application id, or <see cref="PromiseKey.WholeRelationship"/>; null for any.</summary>
        public string? Subject { get; init; }
    }

    /// <summary>Why was a promise not kept in time?</summary>
    public sealed record PromiseKept : WhyNot
    {
        /// <summary>Gets the promise.</summary>
        public required PromiseKey Promise { get; init; }
    }

    /// <summary>Why was an effect not handed over?</summary>
    public sealed record HandedOver : WhyNot
    {
        /// <summary>Gets the effect.</summary>
        public required EffectKey Effect { get; init; }
    }
}
