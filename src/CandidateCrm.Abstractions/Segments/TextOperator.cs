namespace CandidateCrm.Segments;

/// <summary>What a text or code is searched for. On a set, <see cref="Contains"/> means that it has this element. The negative ones are the exact complement, also where there is no value.</summary>
public enum TextOperator
{
    /// <summary>The operand stands in it; a set has it as an element.</summary>
    Contains,

    /// <summary>The complement of <see cref="Contains"/>.</summary>
    DoesNotContain,

    /// <summary>It begins with the operand.</summary>
    BeginsWith,

    /// <summary>The complement of <see cref="BeginsWith"/>.</summary>
    DoesNotBeginWith,

    /// <summary>It ends with the operand.</summary>
    EndsWith,

    /// <summary>The complement of <see cref="EndsWith"/>.</summary>
    DoesNotEndWith,
}
