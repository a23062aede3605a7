using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;

namespace CandidateCrm.Conventions.Dependencies;

/// <summary>Finds every type that a type uses, in its signatures and in its method bodies, from the compiled assembly.</summary>
public static class UsedTypes
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly FrozenDictionary<ushort, OpCode> OpCodes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToFrozenDictionary(code => (ushort)code.Value);

    /// <summary>Gets each used type with the member that uses it.</summary>
    public static IEnumerable<(string Member, Type Used)> Of(Type type)
    {
        var own = new[] { type.BaseType }.Concat(type.GetInterfaces()).Concat(Attributes(type)).Select(used => (".", used));
        var fields = type.GetFields(Declared).SelectMany(field => Attributes(field).Append(field.FieldType).Select(used => (field.Name, (Type?)used)));
        var properties = type.GetProperties(Declared).SelectMany(property => Attributes(property).Select(used => (property.Name, (Type?)used)));
        var methods = type.GetMembers(Declared).OfType<MethodBase>().SelectMany(method => InMethod(method).Select(used => (method.Name, (Type?)used)));
        return own.Concat(fields).Concat(properties).Concat(methods)
            .Where(pair => pair.Item2 is not null)
            .SelectMany(pair => Parts(pair.Item2!).Select(part => (pair.Item1, part)))
            .Distinct();
    }

    private static IEnumerable<Type> Attributes(MemberInfo member) => member.GetCustomAttributesData().Select(data => data.AttributeType);

    private static IEnumerable<Type> InMethod(MethodBase method)
    {
        var signature = method.GetParameters().Select(parameter => parameter.ParameterType).Concat(Attributes(method));
        var returned = method is MethodInfo info ? [info.ReturnType] : Type.EmptyTypes;
        return signature.Concat(returned).Concat(InBody(method));
    }

    private static IEnumerable<Type> InBody(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return [];
        }

        var locals = body.LocalVariables.Select(local => local.LocalType);
        var caught = body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType!);
        return locals.Concat(caught).Concat(Tokens(body.GetILAsByteArray()!).SelectMany(token => Resolved(method, token)));
    }

    private static IEnumerable<int> Tokens(byte[] code)
    {
        var at = 0;
        while (at < code.Length)
        {
            var value = code[at] == 0xFE ? (ushort)(0xFE00 | code[at + 1]) : code[at];
            var opCode = OpCodes[value];
            at += opCode.Size;
            if (opCode.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return BitConverter.ToInt32(code, at);
            }

            at += opCode.OperandType == OperandType.InlineSwitch ? 4 + (4 * BitConverter.ToInt32(code, at)) : OperandSize(opCode.OperandType);
        }
    }

    private static int OperandSize(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private static IEnumerable<Type> Resolved(MethodBase method, int token)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        var member = method.Module.ResolveMember(token, ofType, ofMethod);
        return member switch
        {
            Type used => [used],
            FieldInfo field => [field.DeclaringType!, field.FieldType],
            MethodInfo called => [called.DeclaringType!, called.ReturnType, .. called.IsGenericMethod ? called.GetGenericArguments() : []],
            { DeclaringType: { } declaring } => [declaring],
            _ => [],
        };
    }

    /// <summary>Takes a constructed type apart: array and reference elements, generic arguments, the definition.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        if (type.IsGenericParameter)
        {
            return type.GetGenericParameterConstraints().Where(constraint => !constraint.ContainsGenericParameters).SelectMany(Parts);
        }

        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }
}
